package io.orderflow.orchestration.adapters;

import io.orderflow.bpmn.OrderFulfillmentProcess;
import io.orderflow.bpmn.OrderFulfillmentProcess.Messages;
import io.orderflow.bpmn.OrderFulfillmentProcess.Variables;
import io.orderflow.kafkaadapters.envelope.EventEnvelope;
import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.kafkaadapters.inbox.InboxHandler;
import io.orderflow.kafkaadapters.inbox.InboxSubscription;
import io.orderflow.messagecorrelation.CorrelationOutcome;
import io.orderflow.messagecorrelation.CorrelationRequest;
import io.orderflow.messagecorrelation.MessageCorrelator;
import io.orderflow.orchestration.fulfillment.CurrentOrigin;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * From {@code oms.order.events.v1} to order fulfilment. An instance is found by tenant and order, a line inside it by the
 * message name that carries the line's id.
 */
@Component
class OrderEventsAdapter implements InboxHandler {

    private static final String CONSUMER_GROUP = "orchestration-service.order-events.consumer";
    private static final String TOPIC = "oms.order.events.v1";

    /** Which event does what to which process. Every other event of the topic is none of our business. */
    private static final Map<String, ProcessEffect<?>> EFFECTS = Map.of(
            "OrderCaptured", new ProcessEffect<>(OrderCaptured.class, OrderEventsAdapter::start),
            "OrderLineFulfillmentCompleted",
                    new ProcessEffect<>(
                            OrderLineFulfillmentCompleted.class,
                            (event, line) ->
                                    continueAt(event, Messages.orderLineFulfillmentCompleted(line.orderLineId()))),
            "OrderCompleted",
                    new ProcessEffect<>(
                            OrderEnded.class, (event, order) -> continueAt(event, Messages.ORDER_COMPLETED)),
            "OrderCancelled",
                    new ProcessEffect<>(
                            OrderEnded.class, (event, order) -> continueAt(event, Messages.ORDER_CANCELLED)));

    private final MessageCorrelator correlator;
    private final CurrentOrigin origin;

    OrderEventsAdapter(MessageCorrelator correlator, CurrentOrigin origin) {
        this.correlator = correlator;
        this.origin = origin;
    }

    @Override
    public InboxSubscription subscription() {
        Map<String, Class<?>> payloads = EFFECTS.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().payload()));
        return new InboxSubscription(CONSUMER_GROUP, TOPIC, payloads);
    }

    @Override
    public List<HandlingOutcome> handle(List<InboxEvent> events) {
        List<CorrelationRequest> requests =
                events.stream().map(OrderEventsAdapter::requestOf).toList();
        try {
            List<CorrelationOutcome> outcomes = correlator.correlate(
                    requests, index -> origin.bind(events.get(index).origin()));
            return outcomes.stream().map(Verdicts::of).toList();
        } finally {
            origin.release();
        }
    }

    private static CorrelationRequest requestOf(InboxEvent event) {
        ProcessEffect<?> effect = EFFECTS.get(event.type());
        if (effect == null) {
            throw new IllegalArgumentException("not subscribed to " + event.type());
        }
        return effect.requestFor(event);
    }

    private static CorrelationRequest start(EventEnvelope<?> event, OrderCaptured order) {
        return CorrelationRequest.start(
                event.tenantId(),
                event.aggregateId(),
                OrderFulfillmentProcess.KEY,
                Messages.ORDER_CAPTURED,
                Map.of(
                        Variables.CORRELATION_ID,
                        event.correlationId(),
                        Variables.ORDER_LINE_IDS,
                        // Read once, right now: transient, so that no serialized collection is stored.
                        org.camunda.bpm.engine.variable.Variables.untypedValue(order.orderLineIds(), true)));
    }

    private static CorrelationRequest continueAt(EventEnvelope<?> event, String message) {
        return CorrelationRequest.continueAt(event.tenantId(), event.aggregateId(), message);
    }
}
