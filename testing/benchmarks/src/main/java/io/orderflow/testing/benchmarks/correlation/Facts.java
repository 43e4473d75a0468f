package io.orderflow.testing.benchmarks.correlation;

import io.orderflow.testing.benchmarks.servers.Servers;
import io.orderflow.testing.benchmarks.workload.Events;
import io.orderflow.testing.benchmarks.workload.OrderEvents;
import io.orderflow.testing.benchmarks.workload.Topic;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the service itself tells about the orders: that it began, that it released each line, that it is done. */
final class Facts implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final long BETWEEN_LOOKS_NANOS = 5_000_000L;
    private static final int OF_AN_ORDER = OrderEvents.LINES + 2;

    private final Topic topic;
    private final Map<TopicPartition, Long> start;

    Facts(Servers servers) {
        topic = new Topic(servers.bootstrapServers(), Events.TOPIC);
        start = topic.end();
    }

    /**
     * Returns once all are published.
     *
     * @throws IllegalStateException if they do not come, or too many do
     */
    void requireAllPublished(JdbcClient jdbc, long orders) {
        long askedAt = System.nanoTime();
        while (!jdbc.sql(CorrelationSql.OUTBOX_IS_EMPTY).query(Boolean.class).single()) {
            if (System.nanoTime() - askedAt > LONGEST.toNanos()) {
                throw new IllegalStateException("facts stay in the outbox");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
        long published = topic.countSince(start);
        if (published != orders * OF_AN_ORDER) {
            throw new IllegalStateException(
                    "%d facts about %d orders, not %d for each".formatted(published, orders, OF_AN_ORDER));
        }
    }

    @Override
    public void close() {
        topic.close();
    }
}
