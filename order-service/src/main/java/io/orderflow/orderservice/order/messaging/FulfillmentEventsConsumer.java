package io.orderflow.orderservice.order.messaging;

import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.kafkaadapters.inbox.InboxHandler;
import io.orderflow.kafkaadapters.inbox.InboxSubscription;
import io.orderflow.orderservice.order.usecase.RecordProgress;
import io.orderflow.orderservice.order.usecase.ReportedProgress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a provider has fulfilled completes its line, wakes the lines that waited for it, and in the end the order. */
@Component
class FulfillmentEventsConsumer implements InboxHandler {

    private static final InboxSubscription SUBSCRIPTION = new InboxSubscription(
            "order-service.fulfillment-integration.consumer",
            "oms.fulfillment.integration.v1",
            Map.of("FulfillmentCompleted", FulfillmentCompleted.class));

    private final RecordProgress recordProgress;

    FulfillmentEventsConsumer(RecordProgress recordProgress) {
        this.recordProgress = recordProgress;
    }

    @Override
    public InboxSubscription subscription() {
        return SUBSCRIPTION;
    }

    @Override
    public List<HandlingOutcome> handle(List<InboxEvent> events) {
        return ProgressAdapter.apply(events, FulfillmentEventsConsumer::read, recordProgress);
    }

    private static Optional<ReportedProgress> read(InboxEvent event) {
        FulfillmentCompleted completed = event.payload(FulfillmentCompleted.class);
        return ProgressAdapter.orderOf(event, completed.orderId())
                .map(order -> new ReportedProgress.LineFulfilled(order, completed.completion(), Causes.of(event)));
    }
}
