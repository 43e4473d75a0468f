package io.orderflow.kafkaadapters.inbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that waits in the database, complete enough to be handled as if it had just been polled.
 *
 * @param eventId as in the ledger
 * @param aggregate as in {@link AggregateVersions}; null if the record could not be read that far
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
        String reason) {

    /** What a parked record waits for. */
    public enum Kind {
        /** An earlier version of its aggregate. */
        EARLY,
        /** A consumer that knows this version of the event. */
        UNKNOWN_VERSION
    }
}
