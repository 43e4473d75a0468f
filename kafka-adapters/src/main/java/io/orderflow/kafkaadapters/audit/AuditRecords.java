package io.orderflow.kafkaadapters.audit;

import io.orderflow.kafkaadapters.envelope.EnvelopeCodec;
import io.orderflow.kafkaadapters.envelope.EventHeaders;
import io.orderflow.kafkaadapters.envelope.Fingerprint;
import io.orderflow.kafkaadapters.inbox.InboxEvent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/**
 * What an event becomes on the audit topic, as {@code contracts/records/audit-record.v1.schema.json} says. The original
 * value stands in it unparsed, byte for byte, so that nothing a parser thinks equal can be lost. Thread safe.
 */
final class AuditRecords {

    static final String SOURCE_TOPIC = "sourceTopic";
    static final String SOURCE_PARTITION = "sourcePartition";
    static final String SOURCE_OFFSET = "sourceOffset";

    private static final byte[] BEFORE_EVENT = ",\"event\":".getBytes(StandardCharsets.UTF_8);
    private static final byte END = '}';

    private final EnvelopeCodec codec;
    private final Clock clock;

    AuditRecords(EnvelopeCodec codec, Clock clock) {
        this.codec = codec;
        this.clock = clock;
    }

    record Source(String topic, int partition, long offset, Instant timestamp) {}

    record Provenance(Source source, Instant exportedAt, String exportedBy, String contentDigest) {}

    byte[] value(InboxEvent event) {
        byte[] provenance = codec.toBytes(codec.toTree(new Provenance(
                new Source(event.topic(), event.partition(), event.offset(), Instant.ofEpochMilli(event.timestamp())),
                clock.instant(),
                AuditExport.GROUP,
                Fingerprint.of(event.value()))));
        ByteArrayOutputStream value =
                new ByteArrayOutputStream(provenance.length + BEFORE_EVENT.length + event.value().length);
        value.write(provenance, 0, provenance.length - 1);
        value.writeBytes(BEFORE_EVENT);
        value.writeBytes(event.value());
        value.write(END);
        return value.toByteArray();
    }

    /** The event's own, and where it stood. */
    static Map<String, String> headers(InboxEvent event) {
        Map<String, String> headers = EventHeaders.of(event.envelope());
        headers.put(SOURCE_TOPIC, event.topic());
        headers.put(SOURCE_PARTITION, Integer.toString(event.partition()));
        headers.put(SOURCE_OFFSET, Long.toString(event.offset()));
        return headers;
    }
}
