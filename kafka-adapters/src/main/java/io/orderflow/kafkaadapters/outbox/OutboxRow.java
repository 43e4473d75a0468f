package io.orderflow.kafkaadapters.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One record to be sent.
 *
 * @param shard hash of the key, so that one owner sends all records of a key
 * @param id position within the shard; 0 before the insert
 * @param envelope whether the value is an envelope that still lacks {@code publishedAt}
 */
record OutboxRow(
        int shard,
        long id,
        String topic,
        @Nullable String key,
        String eventType,
        String headers,
        byte[] value,
        boolean envelope,
        Instant createdAt) {

    static final int SHARDS = 32;

    /** What must stay in order: records of one key on one topic. */
    String orderedBy() {
        return orderedBy(topic, key);
    }

    static String orderedBy(String topic, @Nullable String key) {
        return topic + '\n' + key;
    }

    static int shardOf(@Nullable String key) {
        return key == null ? 0 : Math.floorMod(key.hashCode(), SHARDS);
    }
}
