package io.orderflow.orderservice.projection.messaging;

import io.orderflow.kafkaadapters.catalog.EventCatalog;
import io.orderflow.kafkaadapters.catalog.EventDefinition;
import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.kafkaadapters.inbox.InboxSubscription;
import io.orderflow.orderservice.projection.Change;
import io.orderflow.orderservice.projection.LineState;
import io.orderflow.orderservice.projection.OrderFact;
import io.orderflow.orderservice.projection.SummaryKey;
import io.orderflow.orderservice.projection.SummaryStatus;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What each event of an order means for its row. Thread safe. */
@Component
public final class OrderFacts {

    private static final String TOPIC = "oms.order.events.v1";

    private static final Map<String, Class<?>> PAYLOADS = Map.of(
            "OrderCaptured", OrderCaptured.class,
            "OrderRejected", OrderRejected.class,
            "OrderLineFulfillmentRequested", OrderLineFulfillmentRequested.class,
            "OrderLineWaived", OrderLineWaived.class,
            "OrderCompleted", OrderEnded.class,
            "OrderCancelled", OrderEnded.class);

    private final InboxSubscription subscription;

    OrderFacts(EventCatalog catalog) {
        // Every type of the topic, because each takes a version, and a row that did not count it would look behind.
        Map<String, Class<?>> types = new HashMap<>();
        catalog.definitions().stream()
                .filter(definition -> definition.topic().equals(TOPIC))
                .map(EventDefinition::eventType)
                .forEach(type -> types.put(type, PAYLOADS.getOrDefault(type, Unread.class)));
        subscription = new InboxSubscription("projection-service.order-read-model.consumer", TOPIC, types);
    }

    /** A payload of which nothing is shown. */
    record Unread() {}

    public InboxSubscription subscription() {
        return subscription;
    }

    /** The one topic of the subscription. */
    public String topic() {
        return TOPIC;
    }

    public OrderFact read(InboxEvent event) {
        return new OrderFact(
                new SummaryKey(event.envelope().tenantId(), event.envelope().aggregateId()),
                event.envelope().aggregateVersion(),
                event.envelope().occurredAt(),
                change(event));
    }

    private static Change change(InboxEvent event) {
        return switch (event.type()) {
            case "OrderCaptured" -> event.payload(OrderCaptured.class).change(event);
            case "OrderRejected" -> event.payload(OrderRejected.class).change(event);
            case "OrderValidated" -> Change.become(SummaryStatus.VALIDATED);
            case "OrderActivated" -> Change.become(SummaryStatus.ACTIVE);
            case "OrderLineStarted" -> Change.lineMoves(LineState.PENDING, LineState.RELEASED);
            case "OrderLineFulfillmentRequested" ->
                event.payload(OrderLineFulfillmentRequested.class).change();
            case "OrderLineFulfillmentCompleted" -> Change.lineMoves(LineState.REQUESTED, LineState.COMPLETED);
            case "OrderLineFailed" -> Change.lineMoves(LineState.REQUESTED, LineState.FAILED);
            case "OrderLineWaived" -> event.payload(OrderLineWaived.class).change();
            case "OrderCompleted" -> event.payload(OrderEnded.class).change(SummaryStatus.COMPLETED);
            case "OrderCancelled" -> event.payload(OrderEnded.class).change(SummaryStatus.CANCELLED);
            default -> Change.NOTHING;
        };
    }
}
