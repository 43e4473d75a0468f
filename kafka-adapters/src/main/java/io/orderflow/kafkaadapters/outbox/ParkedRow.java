package io.orderflow.kafkaadapters.outbox;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event or record that was set aside.
 *
 * @param shard with {@code id} what names the row
 * @param key of the record; null for one without order
 * @param headers of the record, the event's id among them
 * @param code {@code record_too_large}, {@code unknown_topic}, {@code invalid_topic}, {@code serialization_failed}, or
 *     {@code behind_parked} for what only waits for an earlier one of its key
 * @param reason for people
 */
public record ParkedRow(
        int shard,
        long id,
        String topic,
        @Nullable String key,
        String eventType,
        Map<String, String> headers,
        String code,
        String reason,
        Instant createdAt,
        Instant parkedAt) {}
