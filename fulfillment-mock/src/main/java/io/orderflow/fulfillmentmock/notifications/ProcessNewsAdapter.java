package io.orderflow.fulfillmentmock.notifications;

import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.kafkaadapters.inbox.InboxHandler;
import io.orderflow.kafkaadapters.inbox.InboxSubscription;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hears on {@code oms.orchestration.events.v1} what happens to the processes of orders. */
@Component
class ProcessNewsAdapter implements InboxHandler {

    private static final InboxSubscription SUBSCRIPTION = Notifier.subscription(
            "notification-service.orchestration-events.consumer",
            "oms.orchestration.events.v1",
            "OrderJeopardyRaised",
            "OrchestrationFinished");

    private final Notifier notifier;

    ProcessNewsAdapter(Notifier notifier) {
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
