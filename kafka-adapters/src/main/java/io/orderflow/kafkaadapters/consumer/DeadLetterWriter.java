package io.orderflow.kafkaadapters.consumer;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderflow.kafkaadapters.deadletter.DeadLetter;
import io.orderflow.kafkaadapters.deadletter.DeadLetterStore;
import io.orderflow.kafkaadapters.deadletter.PastAttempt;
import io.orderflow.kafkaadapters.deadletter.StoredDeadLetter;
import io.orderflow.kafkaadapters.envelope.EnvelopeCodec;
import io.orderflow.kafkaadapters.outbox.RecordOutbox;
import io.orderflow.kafkaadapters.topics.TopicNames;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Keeps what cannot be applied: as a row that can be redriven, as a record on the dead-letter topic, and as an alert. All of
 * it through the current transaction, so that "recorded" and "routed" are one commit.
 */
final class DeadLetterWriter {

    /** What a letter takes besides the value of the original record. */
    private static final int LETTER_OVERHEAD = 1 << 20;

    private final DeadLetterStore store;
    private final RecordOutbox outbox;
    private final EnvelopeCodec codec;
    private final DeadLetterAlerts alerts;
    private final DeadLetterNews news;
    private final Clock clock;
    private final Sender sender;

    /**
     * Whose dead letters these are.
     *
     * @param largestRecord what a topic takes, in bytes
     */
    record Sender(String consumerGroup, String serviceBuild, int largestRecord) {}

    DeadLetterWriter(
            DeadLetterStore store,
            RecordOutbox outbox,
            EnvelopeCodec codec,
            DeadLetterAlerts alerts,
            DeadLetterNews news,
            Clock clock,
            Sender sender) {
        this.store = store;
        this.outbox = outbox;
        this.codec = codec;
        this.alerts = alerts;
        this.news = news;
        this.clock = clock;
        this.sender = sender;
    }

    void write(List<Buried> buried) {
        if (buried.isEmpty()) {
            return;
        }
        Instant failedAt = clock.instant();
        List<StoredDeadLetter> letters = new ArrayList<>(buried.size());
        for (Buried each : buried) {
            ConsumerRecord<byte[], byte[]> source = each.entry().record().source();
            letters.add(stored(each, failedAt));
            outbox.append(
                    TopicNames.deadLetter(source.topic()),
                    source.key() == null
                            ? null
                            : Hearsay.shortened(new String(source.key(), StandardCharsets.UTF_8), 200),
                    each.cause().eventType() == null ? "unknown" : each.cause().eventType(),
                    headers(each.cause()),
                    codec.toBytes(codec.toTree(letter(each, failedAt))));
        }
        store.put(letters);
        alerts.raise(letters);
        news.afterCommit(buried);
    }

    private Map<String, String> headers(Cause cause) {
        Map<String, String> headers = new HashMap<>();
        headers.put("consumerGroup", sender.consumerGroup());
        headers.put("failureClass", cause.failureClass().name());
        headers.put("errorClass", cause.code());
        return headers;
    }

    private StoredDeadLetter stored(Buried buried, Instant failedAt) {
        Entry entry = buried.entry();
        Cause cause = buried.cause();
        ConsumerRecord<byte[], byte[]> source = entry.record().source();
        boolean isEvent = !(entry.record() instanceof Decoded.Refused);
        List<PastAttempt> attempts = new ArrayList<>(entry.history());
        attempts.add(new PastAttempt(failedAt, cause.code(), reason(cause)));
        return new StoredDeadLetter(
                UuidCreator.getTimeOrderedEpoch(),
                sender.consumerGroup(),
                entry.id(),
                source.topic(),
                source.partition(),
                source.offset(),
                source.timestamp(),
                cause.eventId(),
                cause.eventType(),
                cause.tenantId(),
                isEvent ? entry.aggregate() : null,
                isEvent ? entry.version() : null,
                cause.failureClass(),
                cause.code(),
                reason(cause),
                attempts,
                source.key(),
                RecordCopy.headers(source.headers()),
                source.value(),
                StoredDeadLetter.State.OPEN,
                0,
                failedAt,
                failedAt);
    }

    private DeadLetter letter(Buried buried, Instant failedAt) {
        ConsumerRecord<byte[], byte[]> source = buried.entry().record().source();
        Cause cause = buried.cause();
        List<PastAttempt> history = buried.entry().history();
        return new DeadLetter(
                failedAt,
                source.topic(),
                source.partition(),
                source.offset(),
                sender.consumerGroup(),
                cause.eventId(),
                cause.eventType(),
                cause.tenantId(),
                cause.failureClass(),
                cause.code(),
                reason(cause),
                history.size() + 1,
                history,
                sender.serviceBuild(),
                OriginalRecords.of(source, sender.largestRecord() - LETTER_OVERHEAD));
    }

    private static String reason(Cause cause) {
        return Hearsay.shortened(cause.reason(), Hearsay.LONGEST_REASON);
    }
}
