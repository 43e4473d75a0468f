package io.orderflow.cli.demo;

import io.orderflow.cli.demo.FedInvoice.OrderFate;
import io.orderflow.cli.show.Reasons;
import io.orderflow.cli.stack.Answer;
import io.orderflow.cli.stack.Refusal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Cancels the newest order of the same customer that holds one of the cancelled stock codes. Carried out one after the
 * other, in the order of the file.
 */
final class Cancellations {

    static final String NOTHING_TO_CANCEL = "no order to cancel";
    static final String TOO_LATE = "past the point of no return or ended before";

    private static final Duration CAPTURE_LIMIT = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final OrderApi api;
    private final Map<String, Deque<FedInvoice>> newestFirst = new HashMap<>();
    private final Set<FedInvoice> cancelled = new HashSet<>();

    Cancellations(OrderApi api) {
        this.api = api;
    }

    /** Makes an order known; from the thread that feeds. */
    synchronized void remember(FedInvoice order) {
        newestFirst
                .computeIfAbsent(order.invoice().customerId(), customer -> new ArrayDeque<>())
                .addFirst(order);
    }

    /** The orders that it could mean as the file stands now, newest first. */
    synchronized List<FedInvoice> candidates(Invoice cancellation) {
        return newestFirst.getOrDefault(cancellation.customerId(), new ArrayDeque<>()).stream()
                .filter(order -> order.holdsOneOf(cancellation.stockCodes()))
                .toList();
    }

    void carryOut(FedInvoice cancellation, List<FedInvoice> candidates) throws InterruptedException {
        for (FedInvoice candidate : candidates) {
            Optional<String> orderId = cancelled.contains(candidate) ? Optional.empty() : orderId(candidate);
            if (orderId.isPresent()) {
                cancellation.belongsTo(orderId.get());
                cancel(cancellation, candidate, orderId.get());
                return;
            }
        }
        cancellation.refuse(NOTHING_TO_CANCEL);
    }

    private void cancel(FedInvoice cancellation, FedInvoice order, String orderId) throws InterruptedException {
        Answer answer =
                api.cancel(orderId, Reasons.invoice(cancellation.invoice().number()));
        if (answer.isSuccess()) {
            cancelled.add(order);
        } else if (answer.code().equals("past_point_of_no_return")
                || answer.code().equals("invalid_transition")) {
            cancellation.refuse(TOO_LATE);
        } else {
            cancellation.refuse(answer.problem());
        }
    }

    /** Empty if it was refused. An order that goes over Kafka has no id before it arrives. */
    private Optional<String> orderId(FedInvoice order) throws InterruptedException {
        long end = System.nanoTime() + CAPTURE_LIMIT.toNanos();
        while (order.orderId().isEmpty() && order.refusal().isEmpty()) {
            if (!order.invoice().isOdd()) {
                api.findByQuote(order.quoteId()).map(OrderFate::orderId).ifPresent(order::belongsTo);
            }
            if (System.nanoTime() > end) {
                throw new Refusal("quote %s was not captured within %d s. Next: ./orderflow status"
                        .formatted(order.quoteId(), CAPTURE_LIMIT.toSeconds()));
            }
            Thread.sleep(PAUSE.toMillis());
        }
        return order.refusal().isPresent() ? Optional.empty() : order.orderId();
    }
}
