package io.orderflow.kafkaadapters.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that waits in the database, complete enough to be handled as if it had just been polled.
 *
 * @param eventId as in the ledger
 * @param aggregate as in {@link AggregateVersions}; null if the record could not be read that far, or if its aggregate goes
 *     on without it
 * @param headers in the form of the consumer that parked it
 */
public record ParkedEvent(
        UUID eventId,
        Kind kind,
        @Nullable String aggregate,
        @Nullable Long aggregateVersion,
        String topic,
        int partition,
        long offset,
        long timestamp,
        byte @Nullable [] key,
        String headers,
        byte @Nullable [] value,
        Terms terms) {

    /** What a parked record waits for. */
    public enum Kind {
        /** An earlier version of its aggregate. */
        EARLY,
        /** A consumer that knows this version of the event. */
        UNKNOWN_VERSION,
        /** What its handler wants to apply it to. */
        AWAITED
    }

    /**
     * The terms on which it waits.
     *
     * @param key the aggregate, {@code tenant/id}, by which an awaited event is asked for; null for other kinds
     * @param until when waiting ends and it becomes a dead letter; null is never
     */
    public record Terms(
            @Nullable String key, @Nullable String code, String reason, Instant since, @Nullable Instant until) {}
}
