package io.orderflow.kafkaadapters.deadletter;

import io.orderflow.kafkaadapters.failure.FailureClass;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters are meant; what is null restricts nothing.
 *
 * @param consumer the consumer group
 * @param ids of letters; empty restricts nothing
 * @param aggregateId as the event names it, in any tenant
 * @param failedFrom the last failure was then or later
 * @param failedBefore the last failure was earlier
 */
public record DeadLetterFilter(
        @Nullable String consumer,
        Set<UUID> ids,
        @Nullable String topic,
        @Nullable FailureClass failureClass,
        @Nullable String code,
        @Nullable String eventType,
        @Nullable String tenantId,
        @Nullable String aggregateId,
        @Nullable Instant failedFrom,
        @Nullable Instant failedBefore,
        StoredDeadLetter.State state) {

    public DeadLetterFilter {
        ids = Set.copyOf(ids);
    }

    /** The open ones of a group. */
    public static DeadLetterFilter openOf(String consumer) {
        return new DeadLetterFilter(
                consumer, Set.of(), null, null, null, null, null, null, null, null, StoredDeadLetter.State.OPEN);
    }
}
