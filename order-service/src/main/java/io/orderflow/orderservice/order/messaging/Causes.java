package io.orderflow.orderservice.order.messaging;

import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.orderservice.order.usecase.Cause;

/** The event as cause of what follows. */
final class Causes {

    private Causes() {}

    static Cause of(InboxEvent event) {
        return of(event, event.envelope().producer());
    }

    static Cause of(InboxEvent event, String actor) {
        return new Cause(event.origin(), actor);
    }
}
