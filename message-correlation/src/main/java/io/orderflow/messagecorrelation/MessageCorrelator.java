package io.orderflow.messagecorrelation;

import java.util.List;
import java.util.function.IntConsumer;

/**
 * Hands messages to process instances, many at a time. Thread safe.
 *
 * <p>A call joins the caller's transaction or opens its own: all requests run inside one engine command with one flush at
 * its end, so they take effect together or not at all. They run in the order of the list, and each sees what the ones
 * before it did, even an instance that was started a moment ago. Nothing is thrown for a message nobody waits for: that
 * is an outcome.
 */
public interface MessageCorrelator {

    /**
     * @return one outcome for each request, at the same index
     * @throws EngineRaceException if another node changed the same instance in the meantime. The transaction is lost;
     *     the same call in a new transaction will see the other node's result.
     */
    default List<CorrelationOutcome> correlate(List<CorrelationRequest> requests) {
        return correlate(requests, index -> {});
    }

    /**
     * As {@link #correlate(List)}.
     *
     * @param turn is told each request's index on the calling thread right before it is carried out; whatever code the
     *     process runs until the next call, it runs because of that request
     */
    List<CorrelationOutcome> correlate(List<CorrelationRequest> requests, IntConsumer turn);
}
