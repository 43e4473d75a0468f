package io.orderflow.kafkaadapters.inbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One received record as the ledger remembers it.
 *
 * @param eventId the event's id, or an id derived from the record's position if it has none that can be trusted
 * @param outcome what became of it
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
        Outcome outcome,
        @Nullable String code,
        @Nullable String reason) {

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
        /** It could not be applied and lies on the dead-letter topic. */
        DEAD_LETTER
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
                other,
                otherCode,
                otherReason);
    }
}
