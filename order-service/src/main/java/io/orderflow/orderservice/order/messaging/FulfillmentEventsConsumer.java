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

/** What providers answer moves the line they were asked for, and with it the lines that wait for it and the order. */
@Component
class FulfillmentEventsConsumer implements InboxHandler {

    private static final Map<String, Class<? extends AnswerPayload>> ANSWERS = Map.of(
            "FulfillmentCompleted", FulfillmentCompleted.class,
            "FulfillmentFailed", FulfillmentFailed.class,
            "FulfillmentReversed", FulfillmentReversed.class);

    private static final InboxSubscription SUBSCRIPTION = new InboxSubscription(
            "order-service.fulfillment-integration.consumer", "oms.fulfillment.integration.v1", Map.copyOf(ANSWERS));

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
        Class<? extends AnswerPayload> payload = ANSWERS.get(event.type());
        if (payload == null) {
            throw new IllegalStateException("not subscribed to " + event.type());
        }
        AnswerPayload answered = event.payload(payload);
        return ProgressAdapter.orderOf(event, answered.orderId())
                .map(order -> new ReportedProgress.ProviderAnswered(order, answered.answer(), Causes.of(event)));
    }
}
