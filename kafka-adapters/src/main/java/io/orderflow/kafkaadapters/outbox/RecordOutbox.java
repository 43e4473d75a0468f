package io.orderflow.kafkaadapters.outbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.kafkaadapters.envelope.EventEnvelope;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The outbox for what is not a fact about this service's own business: dead letters, alerts, copies. Same guarantees as
 * {@link Outbox}, but nothing is held to a schema: whoever writes here is part of the library. Thread safe.
 */
public final class RecordOutbox {

    private final OutboxWriter writer;

    RecordOutbox(OutboxWriter writer) {
        this.writer = writer;
    }

    /** Appends a raw record to the current transaction. */
    public void append(
            String topic, @Nullable String key, String eventType, Map<String, String> headers, byte[] value) {
        PendingEvents.ofTransaction(writer)
                .add(new OutboxRow(
                        OutboxRow.shardOf(key),
                        0,
                        topic,
                        key,
                        eventType,
                        RecordHeaders.encode(headers),
                        value,
                        false,
                        Instant.EPOCH));
    }

    /**
     * Appends an operational event to the current transaction; the relay stamps when it was published.
     *
     * @param value the envelope as JSON
     */
    public void appendEvent(String topic, EventEnvelope<ObjectNode> envelope, ObjectNode value) {
        PendingEvents.ofTransaction(writer).add(new PendingEvent(topic, envelope, value, false));
    }
}
