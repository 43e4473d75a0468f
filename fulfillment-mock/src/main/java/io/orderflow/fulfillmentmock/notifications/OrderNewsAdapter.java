package io.orderflow.fulfillmentmock.notifications;

import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.kafkaadapters.inbox.InboxHandler;
import io.orderflow.kafkaadapters.inbox.InboxSubscription;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hears on {@code oms.order.events.v1} what happens to orders. */
@Component
class OrderNewsAdapter implements InboxHandler {

    private static final InboxSubscription SUBSCRIPTION = Notifier.subscription(
            "notification-service.business-events.consumer",
            "oms.order.events.v1",
            "OrderCaptured",
            "OrderRejected",
            "OrderLineFulfillmentCompleted",
            "OrderLineFailed",
            "OrderLineWaived",
            "OrderCompleted",
            "OrderCancelled");

    private final Notifier notifier;

    OrderNewsAdapter(Notifier notifier) {
        this.notifier = notifier;
    }

    @Override
    public InboxSubscription subscription() {
        return SUBSCRIPTION;
    }

    @Override
    public List<HandlingOutcome> handle(List<InboxEvent> events) {
        return notifier.note(events);
    }
}
