package io.orderflow.kafkaadapters.consumer;

import io.orderflow.kafkaadapters.deadletter.DeadLetter;
import io.orderflow.kafkaadapters.deadletter.PastAttempt;
import io.orderflow.kafkaadapters.envelope.EnvelopeCodec;
import io.orderflow.kafkaadapters.failure.FailureClass;
import io.orderflow.kafkaadapters.outbox.RecordOutbox;
import io.orderflow.kafkaadapters.topics.TopicNames;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes dead letters through the outbox, so that "recorded" and "routed" are one commit. */
final class DeadLetterWriter {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterWriter.class);
    private static final Logger SECURITY = LoggerFactory.getLogger("io.orderflow.security");

    /** What a letter takes besides the value of the original record. */
    private static final int LETTER_OVERHEAD = 1 << 20;

    private static final Duration QUIET = Duration.ofMinutes(1);

    private final RecordOutbox outbox;
    private final EnvelopeCodec codec;
    private final Clock clock;
    private final ConsumerMeters meters;
    private final Sender sender;
    private final Map<String, Instant> loudAt = new ConcurrentHashMap<>();

    /**
     * Whose dead letters these are.
     *
     * @param largestRecord what a topic takes, in bytes
     */
    record Sender(String consumerGroup, String serviceBuild, int largestRecord) {}

    DeadLetterWriter(RecordOutbox outbox, EnvelopeCodec codec, Clock clock, ConsumerMeters meters, Sender sender) {
        this.outbox = outbox;
        this.codec = codec;
        this.clock = clock;
        this.meters = meters;
        this.sender = sender;
    }

    void write(ConsumerRecord<byte[], byte[]> source, Cause cause, List<PastAttempt> history) {
        tell(source, cause);
        outbox.append(
                TopicNames.deadLetter(source.topic()),
                source.key() == null ? null : Hearsay.shortened(new String(source.key(), StandardCharsets.UTF_8), 200),
                cause.eventType() == null ? "unknown" : cause.eventType(),
                headers(cause),
                codec.toBytes(codec.toTree(letter(source, cause, history))));
    }

    /** Loud once in a while for each reason, counted always: a flood of broken records must not become a flood of logs. */
    private void tell(ConsumerRecord<byte[], byte[]> source, Cause cause) {
        meters.deadLetter(cause);
        if (isFirstOfAWhile(cause.code())) {
            LOG.error(
                    "Dead letter: {} partition {} offset {} of {}: {} ({}); the next ones of this kind are logged at debug"
                            + " level for a minute and counted in orderflow.inbox.dead.letters",
                    source.topic(),
                    source.partition(),
                    source.offset(),
                    sender.consumerGroup(),
                    cause.code(),
                    Hearsay.forLog(cause.reason()));
        } else {
            LOG.debug("Dead letter: {} partition {} offset {}", source.topic(), source.partition(), source.offset());
        }
        if (cause.failureClass() == FailureClass.TENANT_VIOLATION) {
            SECURITY.warn(
                    "Record of a foreign or missing tenant: {} partition {} offset {}",
                    source.topic(),
                    source.partition(),
                    source.offset());
        }
    }

    private boolean isFirstOfAWhile(String code) {
        Instant now = clock.instant();
        Instant last = loudAt.get(code);
        boolean quietLongEnough = last == null || !last.plus(QUIET).isAfter(now);
        if (quietLongEnough) {
            loudAt.put(code, now);
        }
        return quietLongEnough;
    }

    private Map<String, String> headers(Cause cause) {
        Map<String, String> headers = new HashMap<>();
        headers.put("consumerGroup", sender.consumerGroup());
        headers.put("failureClass", cause.failureClass().name());
        headers.put("errorClass", cause.code());
        return headers;
    }

    private DeadLetter letter(ConsumerRecord<byte[], byte[]> source, Cause cause, List<PastAttempt> history) {
        return new DeadLetter(
                clock.instant(),
                source.topic(),
                source.partition(),
                source.offset(),
                sender.consumerGroup(),
                cause.eventId(),
                cause.eventType(),
                cause.tenantId(),
                cause.failureClass(),
                cause.code(),
                Hearsay.shortened(cause.reason(), Hearsay.LONGEST_REASON),
                history.size() + 1,
                history,
                sender.serviceBuild(),
                OriginalRecords.of(source, sender.largestRecord() - LETTER_OVERHEAD));
    }
}
