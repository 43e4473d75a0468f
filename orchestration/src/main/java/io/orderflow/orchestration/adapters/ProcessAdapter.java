package io.orderflow.orchestration.adapters;

import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.kafkaadapters.inbox.InboxHandler;
import io.orderflow.messagecorrelation.CorrelationRequest;
import java.util.Optional;

/** One topic's way to the processes. */
interface ProcessAdapter extends InboxHandler {

    /** How an event of the topic is offered to the process of its order; empty if it is for no process, whatever its model. */
    Optional<CorrelationRequest> requestFor(InboxEvent event);
}
