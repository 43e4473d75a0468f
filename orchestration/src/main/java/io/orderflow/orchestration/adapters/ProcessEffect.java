package io.orderflow.orchestration.adapters;

import io.orderflow.kafkaadapters.envelope.EventEnvelope;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * What an event type means to processes beyond that which their models say: models are bound to single fields, this
 * computes. Most events need none.
 *
 * @param payload what is read of the event
 * @param concerns whether an event with that payload is for a process at all
 * @param variables what the process gets, kept in memory only
 */
record ProcessEffect<P>(
        Class<P> payload, Predicate<P> concerns, BiFunction<EventEnvelope<?>, P, Map<String, Object>> variables) {

    /** An event that brings along what has to be computed. */
    static <P> ProcessEffect<P> bringing(
            Class<P> payload, BiFunction<EventEnvelope<?>, P, Map<String, Object>> variables) {
        return new ProcessEffect<>(payload, event -> true, variables);
    }

    /** An event of which only some are for processes. */
    static <P> ProcessEffect<P> onlyIf(Class<P> payload, Predicate<P> condition) {
        return new ProcessEffect<>(payload, condition, (event, content) -> Map.of());
    }
}
