package io.orderflow.orchestration.adapters;

import static io.orderflow.orchestration.adapters.ProcessEffects.inMemory;

import io.orderflow.bpmn.OrderFulfillmentProcess.Variables;
import io.orderflow.kafkaadapters.envelope.EventEnvelope;
import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.kafkaadapters.inbox.InboxSubscription;
import io.orderflow.messagecorrelation.CorrelationRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * From {@code oms.order.events.v1} to the process of the order. Every event is offered; the models say which they take, and
 * where.
 */
@Component
class OrderEventsAdapter implements ProcessAdapter {

    private static final String CONSUMER_GROUP = "orchestration-service.order-events.consumer";
    private static final String TOPIC = "oms.order.events.v1";

    /** What models cannot say: lists, sums and conditions. */
    private static final Map<String, ProcessEffect<?>> EFFECTS = Map.of(
            "OrderCaptured",
            ProcessEffect.bringing(OrderCaptured.class, OrderEventsAdapter::variables),
            "OrderCancelled",
            ProcessEffect.bringing(OrderCancelled.class, (event, order) -> inMemory(order.variables())),
            // The first request only says that the order service has heard the release. A later one is the answer to a
            // decision about fallout, or was made over the API while nobody had decided yet.
            "OrderLineFulfillmentRequested",
            ProcessEffect.onlyIf(OrderLineFulfillmentRequested.class, OrderLineFulfillmentRequested::again));

    private final ProcessEffects processes;

    OrderEventsAdapter(ProcessEffects processes) {
        this.processes = processes;
    }

    @Override
    public InboxSubscription subscription() {
        return InboxSubscription.toTopic(CONSUMER_GROUP, TOPIC, Map.of());
    }

    @Override
    public List<HandlingOutcome> handle(List<InboxEvent> events) {
        return processes.apply(this, events);
    }

    @Override
    public Optional<CorrelationRequest> requestFor(InboxEvent event) {
        return processes.requestFor(EFFECTS, event);
    }

    private static Map<String, Object> variables(EventEnvelope<?> event, OrderCaptured order) {
        Map<String, Object> variables = new HashMap<>(inMemory(order.variables()));
        variables.put(Variables.CORRELATION_ID, event.correlationId());
        return variables;
    }
}
