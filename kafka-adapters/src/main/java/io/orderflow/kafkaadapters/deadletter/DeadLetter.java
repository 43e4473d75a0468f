package io.orderflow.kafkaadapters.deadletter;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.kafkaadapters.failure.FailureClass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The value of a dead-letter record: what failed, where it came from, why, and the record itself, complete enough to
 * reproduce the failure (section 22 of the event backbone requirement).
 *
 * @param errorClass stable reason code in snake case, e.g. {@code schema_invalid}
 * @param eventId the id the record claims to have; null if it could not be read
 */
public record DeadLetter(
        Instant failedAt,
        String sourceTopic,
        int sourcePartition,
        long sourceOffset,
        String consumerGroup,
        @Nullable String eventId,
        @Nullable String eventType,
        @Nullable String tenantId,
        FailureClass failureClass,
        String errorClass,
        String errorMessage,
        int attemptCount,
        OriginalRecord originalRecord) {

    /**
     * The record as it was.
     *
     * @param encoding {@code utf-8}, or {@code base64} if the value is not valid UTF-8
     */
    public record OriginalRecord(@Nullable String key, JsonNode headers, @Nullable String value, String encoding) {}
}
