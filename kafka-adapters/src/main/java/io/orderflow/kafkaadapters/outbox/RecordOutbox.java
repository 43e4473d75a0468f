package io.orderflow.kafkaadapters.outbox;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The outbox for records that are not events of ours: dead letters. Same guarantees as {@link Outbox}. Thread safe. */
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
}
