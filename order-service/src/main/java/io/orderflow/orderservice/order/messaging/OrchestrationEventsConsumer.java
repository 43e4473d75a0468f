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

/** How far an order's process has come, and what the people who work on it have decided, moves the order. */
@Component
class OrchestrationEventsConsumer implements InboxHandler {

    private static final Map<String, Class<? extends ProcessPayload>> REPORTS = Map.of(
            "OrchestrationStarted", OrchestrationStarted.class,
            "OrderLineReleased", OrderLineReleased.class,
            "OrderLineRetryDecided", OrderLineRetryDecided.class,
            "OrderLineWaiverDecided", OrderLineWaiverDecided.class,
            "OrderCancellationDecided", OrderCancellationDecided.class,
            "OrderLineReversalReleased", OrderLineReversalReleased.class);

    private static final InboxSubscription SUBSCRIPTION = new InboxSubscription(
            "order-service.orchestration-events.consumer", "oms.orchestration.events.v1", Map.copyOf(REPORTS));

    private final RecordProgress recordProgress;

    OrchestrationEventsConsumer(RecordProgress recordProgress) {
        this.recordProgress = recordProgress;
    }

    @Override
    public InboxSubscription subscription() {
        return SUBSCRIPTION;
    }

    @Override
    public List<HandlingOutcome> handle(List<InboxEvent> events) {
        return ProgressAdapter.apply(events, OrchestrationEventsConsumer::read, recordProgress);
    }

    private static Optional<ReportedProgress> read(InboxEvent event) {
        Class<? extends ProcessPayload> type = REPORTS.get(event.type());
        if (type == null) {
            throw new IllegalStateException("not subscribed to " + event.type());
        }
        ProcessPayload payload = event.payload(type);
        return ProgressAdapter.orderOf(event, payload.orderId())
                .map(order -> payload.report(
                        order, Causes.of(event, payload.actor(event.envelope().producer()))));
    }
}
