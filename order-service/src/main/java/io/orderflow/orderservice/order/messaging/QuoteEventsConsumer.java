package io.orderflow.orderservice.order.messaging;

import io.orderflow.kafkaadapters.failure.FailureClass;
import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.kafkaadapters.inbox.InboxHandler;
import io.orderflow.kafkaadapters.inbox.InboxSubscription;
import io.orderflow.orderservice.order.Defects;
import io.orderflow.orderservice.order.Texts;
import io.orderflow.orderservice.order.usecase.AcceptedQuote;
import io.orderflow.orderservice.order.usecase.CaptureOrder;
import io.orderflow.orderservice.order.usecase.QuoteResult;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Accepted quotes become orders; those that nobody could fulfil become rejected orders. */
@Component
class QuoteEventsConsumer implements InboxHandler {

    private static final InboxSubscription SUBSCRIPTION = new InboxSubscription(
            "order-service.quote-events.consumer", "cpq.quote.events.v1", Map.of("QuoteAccepted", QuoteAccepted.class));

    private final CaptureOrder captureOrder;

    QuoteEventsConsumer(CaptureOrder captureOrder) {
        this.captureOrder = captureOrder;
    }

    @Override
    public InboxSubscription subscription() {
        return SUBSCRIPTION;
    }

    @Override
    public List<HandlingOutcome> handle(List<InboxEvent> events) {
        List<InboxEvent> readable =
                events.stream().filter(QuoteEventsConsumer::isReadable).toList();
        Iterator<QuoteResult> results = readable.isEmpty()
                ? List.<QuoteResult>of().iterator()
                : captureOrder
                        .byQuotes(readable.stream()
                                .map(QuoteEventsConsumer::quote)
                                .toList())
                        .iterator();
        List<HandlingOutcome> outcomes = new ArrayList<>(events.size());
        for (InboxEvent event : events) {
            outcomes.add(isReadable(event) ? outcome(results.next()) : unreadable());
        }
        return outcomes;
    }

    /** Even a rejected order has to name its quote and customer, so text that cannot be stored cannot be answered. */
    private static boolean isReadable(InboxEvent event) {
        return event.payload(QuoteAccepted.class).texts().allMatch(Texts::isStorable);
    }

    private static AcceptedQuote quote(InboxEvent event) {
        return new AcceptedQuote(
                event.envelope().tenantId(), event.payload(QuoteAccepted.class).draft(), Causes.of(event));
    }

    private static HandlingOutcome unreadable() {
        return HandlingOutcome.failed(
                FailureClass.CONTRACT_VIOLATION, "invalid_text", "text with U+0000 or half a surrogate pair");
    }

    private static HandlingOutcome outcome(QuoteResult result) {
        if (result instanceof QuoteResult.Rejected rejected) {
            return HandlingOutcome.rejected(
                    rejected.defects().get(0).code(),
                    "order %s: %s".formatted(rejected.order().orderId(), Defects.summary(rejected.defects())));
        }
        if (result instanceof QuoteResult.AlreadyCaptured captured) {
            return HandlingOutcome.stale(
                    "the quote has order %s already".formatted(captured.order().orderId()));
        }
        return HandlingOutcome.applied();
    }
}
