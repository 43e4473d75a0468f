package io.orderflow.orderservice.order;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an order is called off, and how what providers did for it is taken back. */
final class Cancellation {

    private final OrderState order;

    Cancellation(OrderState order) {
        this.order = order;
    }

    CancellationResult cancel(String by, String reason, Instant at) {
        return switch (order.status()) {
            case CANCELLED -> new CancellationResult.AlreadyCancelled();
            case COMPLETED, REJECTED -> new CancellationResult.NotCancellable(order.status());
            case CAPTURED, VALIDATED, ACTIVE -> {
                List<String> inTheWay = linesInTheWay();
                if (!inTheWay.isEmpty()) {
                    yield new CancellationResult.PastPointOfNoReturn(inTheWay);
                }
                int lineCount = order.terms.lineCount();
                order.become(
                        OrderStatus.CANCELLED,
                        new OrderEvent.OrderCancelled(
                                order.orderId(), at, by, reason, order.lines.cancelOpen(lineCount)),
                        reason,
                        at);
                yield new CancellationResult.Cancelled();
            }
        };
    }

    /** As {@link #cancel}, for somebody who waits for the answer: a refusal is a fact of the order's life. */
    ProgressResult decide(CancellationDecision decision, Instant at) {
        @Nullable OrderLine line = decision.orderLineId() == null ? null : order.lines.find(decision.orderLineId());
        if (decision.orderLineId() != null && line == null) {
            return new ProgressResult.Unknown(
                    "order %s has no line %s".formatted(order.orderId(), decision.orderLineId()));
        }
        if (line != null && !line.hasFailedAt(decision.attempt())) {
            return new ProgressResult.Stale(
                    "the line that it was decided for is %s at attempt %d".formatted(line.status(), line.attempt()));
        }
        CancellationResult result = cancel(decision.decidedBy(), decision.reason(), at);
        if (result instanceof CancellationResult.Cancelled) {
            return ProgressResult.APPLIED;
        }
        if (result instanceof CancellationResult.PastPointOfNoReturn past) {
            order.stay(
                    new OrderEvent.OrderCancellationRefused(
                            order.orderId(),
                            at,
                            decision.decidedBy(),
                            decision.reason(),
                            CancellationResult.PastPointOfNoReturn.CODE,
                            past.orderLineIds(),
                            decision.orderLineId()),
                    decision.reason(),
                    at);
            return ProgressResult.APPLIED;
        }
        return new ProgressResult.Stale("the order is %s".formatted(order.status()));
    }

    ProgressResult requestReversal(OrderLine line, int attempt, Instant at) {
        return switch (line.status()) {
            case CANCELLED, COMPLETED -> {
                if (!line.reversalRequired() || attempt != line.attempt()) {
                    yield new ProgressResult.Conflict(
                            "unexpected_state",
                            "attempt %d at the line is not to be reversed: it is %s at attempt %d of an order that is %s"
                                    .formatted(attempt, line.status(), line.attempt(), order.status()));
                }
                LineStatus before = line.status();
                line.requestReversal();
                order.lineMoved(line, before, OrderEvents.reversalRequested(order.terms, line, at), null, at);
                yield ProgressResult.APPLIED;
            }
            case REVERSING, REVERSED -> new ProgressResult.Stale("the line is %s".formatted(line.status()));
            case PENDING, RELEASED, REQUESTED, FAILED, WAIVED ->
                new ProgressResult.Conflict(
                        "unexpected_state", "there is nothing to reverse: the line is %s".formatted(line.status()));
        };
    }

    ProgressResult reverse(OrderLine line, ProviderAnswer.Reversal reversal, Instant at) {
        return switch (line.status()) {
            case REVERSING -> {
                if (!line.isAnsweredBy(reversal)) {
                    yield LineFulfillment.refusal(line, reversal);
                }
                line.reverse();
                order.lineMoved(
                        line, LineStatus.REVERSING, OrderEvents.reversed(order.terms, line, reversal, at), null, at);
                yield ProgressResult.APPLIED;
            }
            case REVERSED ->
                line.isAnsweredBy(reversal)
                        ? new ProgressResult.Stale("the line is REVERSED")
                        : LineFulfillment.refusal(line, reversal);
            case PENDING, RELEASED, REQUESTED, FAILED, COMPLETED, WAIVED, CANCELLED ->
                new ProgressResult.Conflict(
                        "conflicting_event",
                        "a reversal that was never asked for: the line is %s".formatted(line.status()));
        };
    }

    private List<String> linesInTheWay() {
        return order.lines.all(order.terms.lineCount()).stream()
                .filter(OrderLine::keepsOrderFromCancelling)
                .map(OrderLine::id)
                .toList();
    }
}
