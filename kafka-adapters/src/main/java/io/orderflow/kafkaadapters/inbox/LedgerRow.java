package io.orderflow.kafkaadapters.inbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One received record as the ledger remembers it.
 *
 * @param eventId the event's id, or an id derived from the record's position if it has none that can be trusted
 * @param digest of everything the record says but when it was published: tells a redelivery from a reused id
 * @param outcome what became of it
 * @param attempts how often it was handed to the handler, or would have been
 */
public record LedgerRow(
        UUID eventId,
        String topic,
        int partition,
        long offset,
        @Nullable String eventType,
        @Nullable String tenantId,
        @Nullable String aggregateId,
        @Nullable Long aggregateVersion,
        @Nullable Long digest,
        Outcome outcome,
        @Nullable String code,
        @Nullable String reason,
        int attempts) {

    /** What became of a received record. */
    public enum Outcome {
        /** It had its effect. */
        APPLIED,
        /** Nothing to do for it here. */
        IGNORED,
        /** It speaks about a state that has passed. */
        STALE,
        /** The business said no. */
        REJECTED,
        /** It came before its time and waits in {@code inbox_parked}. */
        PARKED,
        /** Somebody else's outage kept it from being applied; it waits on a retry topic. */
        RETRYING,
        /** It could not be applied and lies on the dead-letter topic. */
        DEAD_LETTER;

        /** Whether the consumer is done with the event and may go on to the aggregate's next one. */
        public boolean isDone() {
            return switch (this) {
                case APPLIED, IGNORED, STALE, REJECTED -> true;
                case PARKED, RETRYING, DEAD_LETTER -> false;
            };
        }
    }

    /** The same record with another outcome. */
    public LedgerRow with(Outcome other, @Nullable String otherCode, @Nullable String otherReason) {
        return new LedgerRow(
                eventId,
                topic,
                partition,
                offset,
                eventType,
                tenantId,
                aggregateId,
                aggregateVersion,
                digest,
                other,
                otherCode,
                otherReason,
                attempts);
    }

    /** The same record under the id that it had when it was first written. */
    public LedgerRow as(UUID otherId) {
        return new LedgerRow(
                otherId,
                topic,
                partition,
                offset,
                eventType,
                tenantId,
                aggregateId,
                aggregateVersion,
                digest,
                outcome,
                code,
                reason,
                attempts);
    }

    /** The same record, tried so many times. */
    public LedgerRow tried(int times) {
        return new LedgerRow(
                eventId,
                topic,
                partition,
                offset,
                eventType,
                tenantId,
                aggregateId,
                aggregateVersion,
                digest,
                outcome,
                code,
                reason,
                times);
    }
}
