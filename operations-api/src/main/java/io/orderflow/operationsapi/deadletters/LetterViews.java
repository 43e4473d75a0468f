package io.orderflow.operationsapi.deadletters;

import io.orderflow.kafkaadapters.deadletter.DeadLetterDecision;
import io.orderflow.kafkaadapters.deadletter.PastAttempt;
import io.orderflow.kafkaadapters.deadletter.RedriveResult;
import io.orderflow.kafkaadapters.deadletter.StoredDeadLetter;
import io.orderflow.kafkaadapters.failure.FailureClass;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Dead letters as operators see them. */
final class LetterViews {

    private LetterViews() {}

    /**
     * @param total how many there are; counting stops at 10,000
     * @param groups the consumer groups of this service
     */
    record Page(Collection<String> groups, long total, List<Letter> letters) {}

    record Letter(
            UUID id,
            String consumerGroup,
            StoredDeadLetter.State state,
            FailureClass failureClass,
            String code,
            String reason,
            @Nullable String eventType,
            @Nullable String eventId,
            @Nullable String tenantId,
            @Nullable String aggregate,
            @Nullable Long aggregateVersion,
            String topic,
            int partition,
            long offset,
            int redrives,
            Instant firstFailedAt,
            Instant failedAt) {}

    /** @param encoding of the value: utf-8, or base64 if it is not text */
    record Whole(
            Letter letter,
            List<PastAttempt> attempts,
            @Nullable String key,
            String headers,
            @Nullable String value,
            String encoding,
            List<DeadLetterDecision> decisions) {}

    /** @param remaining how many the same selection finds now */
    record Redriven(boolean dryRun, List<RedriveResult> results, long remaining) {}

    /** @param remaining how many the same selection finds now */
    record Discarded(boolean dryRun, List<UUID> discarded, long remaining) {}

    static Page page(Collection<String> groups, long total, List<StoredDeadLetter> letters) {
        return new Page(groups, total, letters.stream().map(LetterViews::letter).toList());
    }

    static Whole whole(StoredDeadLetter stored, List<DeadLetterDecision> decisions) {
        byte[] value = stored.value();
        String text = value == null ? null : text(value);
        boolean binary = value != null && text == null;
        return new Whole(
                letter(stored),
                stored.attempts(),
                stored.key() == null ? null : new String(stored.key(), StandardCharsets.UTF_8),
                stored.headers(),
                binary ? Base64.getEncoder().encodeToString(value) : text,
                binary ? "base64" : "utf-8",
                decisions);
    }

    private static Letter letter(StoredDeadLetter stored) {
        return new Letter(
                stored.id(),
                stored.consumer(),
                stored.state(),
                stored.failureClass(),
                stored.code(),
                stored.reason(),
                stored.eventType(),
                stored.eventId(),
                stored.tenantId(),
                stored.aggregate(),
                stored.aggregateVersion(),
                stored.topic(),
                stored.partition(),
                stored.offset(),
                stored.redrives(),
                stored.firstFailedAt(),
                stored.failedAt());
    }

    private static @Nullable String text(byte[] value) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString();
        } catch (CharacterCodingException binary) {
            return null;
        }
    }
}
