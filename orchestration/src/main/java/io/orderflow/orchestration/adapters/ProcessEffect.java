package io.orderflow.orchestration.adapters;

import io.orderflow.kafkaadapters.envelope.EventEnvelope;
import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.messagecorrelation.CorrelationRequest;
import java.util.function.BiFunction;

/**
 * What one event type does to a process.
 *
 * @param payload what is read of the event
 * @param request from event and payload to the message for the process
 */
record ProcessEffect<P>(Class<P> payload, BiFunction<EventEnvelope<?>, P, CorrelationRequest> request) {

    CorrelationRequest requestFor(InboxEvent event) {
        return request.apply(event.envelope(), event.payload(payload));
    }
}
