package io.orderflow.orchestration.adapters;

import static io.orderflow.orchestration.adapters.ProcessEffects.continueAt;

import io.orderflow.bpmn.OrderFulfillmentProcess;
import io.orderflow.bpmn.OrderFulfillmentProcess.Messages;
import io.orderflow.bpmn.OrderFulfillmentProcess.Variables;
import io.orderflow.kafkaadapters.envelope.EventEnvelope;
import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.kafkaadapters.inbox.InboxHandler;
import io.orderflow.kafkaadapters.inbox.InboxSubscription;
import io.orderflow.messagecorrelation.CorrelationRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            "OrderCaptured",
            ProcessEffect.of(OrderCaptured.class, OrderEventsAdapter::start),
            "OrderLineFulfillmentCompleted",
            ProcessEffect.of(
                    AboutLine.class,
                    (event, line) ->
                            continueAt(event, Messages.orderLineFulfillmentCompleted(line.orderLineId()), Map.of())),
            "OrderLineFailed",
            ProcessEffect.of(
                    OrderLineFailed.class,
                    (event, line) -> continueAt(event, Messages.orderLineFailed(line.orderLineId()), line.variables())),
            // The first request only says that the order service has heard the release. A later one is the answer to a
            // decision about fallout, or was made over the API while nobody had decided yet.
            "OrderLineFulfillmentRequested",
            ProcessEffect.of(
                            OrderLineFulfillmentRequested.class,
                            (event, line) -> continueAt(
                                    event, Messages.orderLineFulfillmentRequested(line.orderLineId()), Map.of()))
                    .onlyIf(OrderLineFulfillmentRequested::again)
                    .whetherAskedForOrNot(),
            "OrderLineWaived",
            ProcessEffect.of(
                            AboutLine.class,
                            (event, line) -> continueAt(event, Messages.orderLineWaived(line.orderLineId()), Map.of()))
                    .whetherAskedForOrNot(),
            "OrderCancellationRefused",
            ProcessEffect.of(
                            OrderCancellationRefused.class,
                            (event, refusal) ->
                                    continueAt(event, Messages.orderCancellationRefused(refusal.asker()), Map.of()))
                    .whetherAskedForOrNot(),
            "OrderLineReversed",
            ProcessEffect.of(
                    AboutLine.class,
                    (event, line) -> continueAt(event, Messages.orderLineReversed(line.orderLineId()), Map.of())),
            "OrderCompleted",
            ProcessEffect.of(AboutOrder.class, (event, order) -> continueAt(event, Messages.ORDER_COMPLETED, Map.of())),
            "OrderCancelled",
            ProcessEffect.of(
                    OrderCancelled.class,
                    (event, order) -> continueAt(event, Messages.ORDER_CANCELLED, order.variables())));

    private final ProcessEffects processes;

    OrderEventsAdapter(ProcessEffects processes) {
        this.processes = processes;
    }

    @Override
    public InboxSubscription subscription() {
        return new InboxSubscription(CONSUMER_GROUP, TOPIC, ProcessEffects.payloads(EFFECTS));
    }

    @Override
    public List<HandlingOutcome> handle(List<InboxEvent> events) {
        return processes.apply(EFFECTS, events);
    }

    private static CorrelationRequest start(EventEnvelope<?> event, OrderCaptured order) {
        Map<String, Object> variables = new HashMap<>(ProcessEffects.inMemory(order.variables()));
        variables.put(Variables.CORRELATION_ID, event.correlationId());
        return CorrelationRequest.start(
                event.tenantId(), event.aggregateId(), OrderFulfillmentProcess.KEY, Messages.ORDER_CAPTURED, variables);
    }
}
