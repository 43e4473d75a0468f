package io.orderflow.kafkaadapters.consumer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.kafkaadapters.deadletter.DeadLetter;
import io.orderflow.kafkaadapters.deadletter.DeadLetter.OriginalRecord;
import io.orderflow.kafkaadapters.envelope.EnvelopeCodec;
import io.orderflow.kafkaadapters.failure.FailureClass;
import io.orderflow.kafkaadapters.outbox.RecordOutbox;
import io.orderflow.kafkaadapters.topics.TopicNames;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes dead letters through the outbox, so that "recorded" and "routed" are one commit. */
final class DeadLetterWriter {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterWriter.class);
    private static final Logger SECURITY = LoggerFactory.getLogger("io.orderflow.security");

    /** A record can carry thousands of headers; the first hundred tell the story and keep the letter sendable. */
    private static final int MOST_HEADERS = 100;

    private static final int LONGEST_MESSAGE = 2_000;

    private final RecordOutbox outbox;
    private final EnvelopeCodec codec;
    private final Clock clock;
    private final String consumerGroup;

    DeadLetterWriter(RecordOutbox outbox, EnvelopeCodec codec, Clock clock, String consumerGroup) {
        this.outbox = outbox;
        this.codec = codec;
        this.clock = clock;
        this.consumerGroup = consumerGroup;
    }

    /** Why a record ends here, and what it says about itself. */
    record Cause(
            FailureClass failureClass,
            String code,
            String reason,
            @Nullable String eventId,
            @Nullable String eventType,
            @Nullable String tenantId) {}

    void write(ConsumerRecord<byte[], byte[]> source, Cause cause) {
        LOG.error(
                "Dead letter: {} partition {} offset {} of {}: {} ({})",
                source.topic(),
                source.partition(),
                source.offset(),
                consumerGroup,
                cause.code(),
                cause.reason());
        if (cause.failureClass() == FailureClass.TENANT_VIOLATION) {
            SECURITY.warn(
                    "Record of a foreign tenant: {} partition {} offset {}",
                    source.topic(),
                    source.partition(),
                    source.offset());
        }
        String type = cause.eventType() == null ? "unknown" : cause.eventType();
        outbox.append(
                TopicNames.deadLetter(source.topic()),
                source.key() == null ? null : text(source.key()),
                type,
                headers(cause),
                codec.toBytes(codec.toTree(letter(source, cause))));
    }

    private Map<String, String> headers(Cause cause) {
        Map<String, String> headers = new HashMap<>();
        headers.put("consumerGroup", consumerGroup);
        headers.put("failureClass", cause.failureClass().name());
        headers.put("errorClass", cause.code());
        return headers;
    }

    private DeadLetter letter(ConsumerRecord<byte[], byte[]> source, Cause cause) {
        return new DeadLetter(
                clock.instant(),
                source.topic(),
                source.partition(),
                source.offset(),
                consumerGroup,
                cause.eventId(),
                cause.eventType(),
                cause.tenantId(),
                cause.failureClass(),
                cause.code(),
                Hearsay.shortened(cause.reason(), LONGEST_MESSAGE),
                1,
                original(source));
    }

    private static OriginalRecord original(ConsumerRecord<byte[], byte[]> source) {
        ObjectNode headers = JsonNodeFactory.instance.objectNode();
        int many = 0;
        for (Header header : source.headers()) {
            if (many++ == MOST_HEADERS) {
                break;
            }
            headers.put(header.key(), header.value() == null ? null : text(header.value()));
        }
        String key = source.key() == null ? null : text(source.key());
        if (source.value() == null) {
            return new OriginalRecord(key, headers, null, "utf-8");
        }
        try {
            String value = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(source.value()))
                    .toString();
            return new OriginalRecord(key, headers, value, "utf-8");
        } catch (CharacterCodingException notText) {
            return new OriginalRecord(key, headers, Base64.getEncoder().encodeToString(source.value()), "base64");
        }
    }

    private static String text(byte[] bytes) {
        return Hearsay.shortened(new String(bytes, StandardCharsets.UTF_8), LONGEST_MESSAGE);
    }
}
