package io.orderflow.orchestration.adapters;

import io.orderflow.kafkaadapters.envelope.EventEnvelope;
import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.messagecorrelation.CorrelationRequest;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * What one event type does to a process.
 *
 * @param payload what is read of the event
 * @param concerns whether an event with that payload is for the process at all
 * @param request from event and payload to the message for the process
 * @param unmatched what it means if the living process does not wait for the message
 */
record ProcessEffect<P>(
        Class<P> payload,
        Predicate<P> concerns,
        BiFunction<EventEnvelope<?>, P, CorrelationRequest> request,
        Unmatched unmatched) {

    /** What becomes of an event that the living process does not wait for. */
    enum Unmatched {
        /** The process should have waited: somebody has to look. */
        DEAD_LETTER,
        /** Another way led to the same fact (an operator, a caller of the API), so the process need not have asked. */
        IGNORE
    }

    /** An event that the process has to wait for. */
    static <P> ProcessEffect<P> of(Class<P> payload, BiFunction<EventEnvelope<?>, P, CorrelationRequest> request) {
        return new ProcessEffect<>(payload, event -> true, request, Unmatched.DEAD_LETTER);
    }

    /** The same for those events only that the process is concerned by. */
    ProcessEffect<P> onlyIf(Predicate<P> condition) {
        return new ProcessEffect<>(payload, condition, request, unmatched);
    }

    /** The same for an event that is ignored if the process does not wait for it. */
    ProcessEffect<P> whetherAskedForOrNot() {
        return new ProcessEffect<>(payload, concerns, request, Unmatched.IGNORE);
    }

    /** The message for the process; empty if the event does not concern it. */
    Optional<CorrelationRequest> requestFor(InboxEvent event) {
        P content = event.payload(payload);
        return concerns.test(content) ? Optional.of(request.apply(event.envelope(), content)) : Optional.empty();
    }
}
