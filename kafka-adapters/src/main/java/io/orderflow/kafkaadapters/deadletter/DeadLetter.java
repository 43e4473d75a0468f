package io.orderflow.kafkaadapters.deadletter;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.kafkaadapters.failure.FailureClass;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value of a dead-letter record: what failed, where it came from, why, and the record itself, complete enough to
 * reproduce the failure (section 22 of the event backbone requirement).
 *
 * @param errorClass stable reason code in snake case, e.g. {@code schema_invalid}
 * @param attemptCount how often the record was tried
 * @param attempts the tries before the last one, oldest first
 * @param serviceBuild version of the service that gave up
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
        List<PastAttempt> attempts,
        String serviceBuild,
        OriginalRecord originalRecord) {

    /**
     * The record as it was.
     *
     * @param value null if there was none, or if not even compressed it fits into a record (then {@code omitted})
     * @param encoding {@code utf-8}; {@code base64} if the value is not valid UTF-8; {@code gzip+base64} if it would
     *     otherwise make the dead letter larger than a record may be; {@code omitted}
     */
    public record OriginalRecord(@Nullable String key, JsonNode headers, @Nullable String value, String encoding) {}
}
