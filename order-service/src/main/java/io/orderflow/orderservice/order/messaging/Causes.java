package io.orderflow.orderservice.order.messaging;

import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.orderservice.order.usecase.Cause;

/** The event as cause of what follows; its producer is the actor. */
final class Causes {

    private Causes() {}

    static Cause of(InboxEvent event) {
        return new Cause(event.origin(), event.envelope().producer());
    }
}
