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

/** A started process activates its order; a released line is started and, if nothing else is open, requested. */
@Component
class OrchestrationEventsConsumer implements InboxHandler {

    private static final String STARTED = "OrchestrationStarted";
    private static final String RELEASED = "OrderLineReleased";

    private static final InboxSubscription SUBSCRIPTION = new InboxSubscription(
            "order-service.orchestration-events.consumer",
            "oms.orchestration.events.v1",
            Map.of(STARTED, OrchestrationStarted.class, RELEASED, OrderLineReleased.class));

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
        return switch (event.type()) {
            case STARTED -> {
                OrchestrationStarted started = event.payload(OrchestrationStarted.class);
                yield ProgressAdapter.orderOf(event, started.orderId())
                        .map(order -> new ReportedProgress.ProcessStarted(
                                order, started.processInstanceId(), Causes.of(event)));
            }
            case RELEASED -> {
                OrderLineReleased released = event.payload(OrderLineReleased.class);
                yield ProgressAdapter.orderOf(event, released.orderId())
                        .map(order -> new ReportedProgress.LineReleased(
                                order, released.orderLineId(), released.processInstanceId(), Causes.of(event)));
            }
            default -> throw new IllegalStateException("not subscribed to " + event.type());
        };
    }
}
