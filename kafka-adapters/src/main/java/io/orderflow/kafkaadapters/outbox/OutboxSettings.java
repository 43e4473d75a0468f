package io.orderflow.kafkaadapters.outbox;

import java.time.Duration;

/**
 * How the relay works.
 *
 * @param poll longest wait for new rows of other nodes; rows of the own process wake the relay at once
 * @param batchPerShard rows read of each shard in one pass
 * @param lease how long a relay that died keeps its shards from the others
 * @param longestPause cap of the growing pause while the broker or the database is away
 * @param shutdown how long a stop waits for the batch that is under way
 */
record OutboxSettings(Duration poll, int batchPerShard, Duration lease, Duration longestPause, Duration shutdown) {

    static OutboxSettings defaults() {
        return new OutboxSettings(
                Duration.ofMillis(100), 64, Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofSeconds(10));
    }
}
