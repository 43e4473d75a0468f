package io.orderflow.kafkaadapters.deadletter;

import io.orderflow.kafkaadapters.failure.FailureClass;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as its service keeps it until somebody has decided about it.
 *
 * @param id of the letter, not of the event; stays the same when the record fails once more
 * @param consumer the group that could not apply the record; nobody else is touched by what is done with it
 * @param ledgerId under which the group's ledger knows the record: the event's id, or one made from its position
 * @param eventId the id the record claims to have; null if it could not be read
 * @param aggregate {@code tenant/aggregateId}; null for a record that never was a valid event
 * @param code stable reason code in snake case, e.g. {@code schema_invalid}
 * @param attempts all tries so far, oldest first; the last one is why it lies here
 * @param headers the record's headers, names and bytes, as JSON
 * @param redrives how often operators have brought it back in vain
 */
public record StoredDeadLetter(
        UUID id,
        String consumer,
        UUID ledgerId,
        String topic,
        int partition,
        long offset,
        long timestamp,
        @Nullable String eventId,
        @Nullable String eventType,
        @Nullable String tenantId,
        @Nullable String aggregate,
        @Nullable Long aggregateVersion,
        FailureClass failureClass,
        String code,
        String reason,
        List<PastAttempt> attempts,
        byte @Nullable [] key,
        String headers,
        byte @Nullable [] value,
        State state,
        int redrives,
        Instant firstFailedAt,
        Instant failedAt) {

    /** What has been decided about it. */
    public enum State {
        /** Nothing yet. */
        OPEN,
        /** It was brought back, and the group is done with it or has it in hand again. */
        REDRIVEN,
        /** It was given up, with a reason. */
        DISCARDED
    }
}
