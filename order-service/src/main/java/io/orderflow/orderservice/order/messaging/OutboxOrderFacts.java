package io.orderflow.orderservice.order.messaging;

import io.orderflow.kafkaadapters.outbox.Outbox;
import io.orderflow.kafkaadapters.outbox.OutgoingEvent;
import io.orderflow.orderservice.order.Transition;
import io.orderflow.orderservice.order.usecase.Change;
import io.orderflow.orderservice.order.usecase.OrderFacts;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Publishes every transition as the one fact it left behind, under the version it made. */
@Component
class OutboxOrderFacts implements OrderFacts {

    private static final String AGGREGATE_TYPE = "Order";

    private final Outbox outbox;

    OutboxOrderFacts(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public List<UUID> publish(List<Change> changes) {
        return outbox.append(changes.stream().map(OutboxOrderFacts::event).toList());
    }

    private static OutgoingEvent event(Change change) {
        Transition transition = change.transition();
        return new OutgoingEvent(
                transition.event().type(),
                change.order().tenantId(),
                AGGREGATE_TYPE,
                change.order().orderId(),
                transition.version(),
                transition.at(),
                transition.event(),
                change.cause().origin());
    }
}
