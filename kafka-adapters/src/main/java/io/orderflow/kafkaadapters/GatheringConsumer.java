package io.orderflow.kafkaadapters;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Polls at most once in a short while as long as records trickle in, because each poll is a transaction, a commit and a
 * round trip to the broker. It waits for nothing when nothing comes, when work takes longer than that anyway, and when a
 * poll was half full: then there is a backlog.
 */
final class GatheringConsumer extends ForwardOnlyConsumer {

    private final long gatherNanos;
    private final int halfFull;
    private long notBefore = System.nanoTime();

    /**
     * @param full most records of a poll
     * @param gather shortest time between two polls that bring a few records; zero or a few tens of milliseconds
     */
    GatheringConsumer(Map<String, Object> config, int full, Duration gather) {
        super(config);
        this.gatherNanos = gather.toNanos();
        this.halfFull = Math.max(1, full / 2);
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        long early = notBefore - System.nanoTime();
        if (early > 0) {
            LockSupport.parkNanos(early);
        }
        ConsumerRecords<byte[], byte[]> records = super.poll(timeout);
        boolean trickle = !records.isEmpty() && records.count() < halfFull;
        notBefore = System.nanoTime() + (trickle ? gatherNanos : 0);
        return records;
    }
}
