package io.orderflow.testing.benchmarks.workload;

import io.orderflow.testing.benchmarks.report.Progress;
import io.orderflow.testing.benchmarks.servers.Cpu;
import io.orderflow.testing.benchmarks.servers.Node;
import io.orderflow.testing.benchmarks.servers.Servers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.TopicPartition;

/**
 * The relay at work on a backlog, from its start to the last acknowledged row.
 *
 * @param seconds from the relay's start until the outbox was empty
 * @param samples how many records the topic had, and when
 */
public record Drain(int rows, double seconds, long endedAtMillis, Cpu cpu, List<Sample> samples) {

    private static final Duration LONGEST_STALL = Duration.ofSeconds(60);
    private static final long BETWEEN_SAMPLES_NANOS = 50_000_000L;

    private static final long BETWEEN_PENDING_NANOS = 5_000_000L;

    /**
     * One look at the topic.
     *
     * @param seconds since the relay's start
     */
    public record Sample(double seconds, long published) {}

    public double rate() {
        return rows / seconds;
    }

    /** Runs the node's stopped relay until everything that waits is published and acknowledged. */
    public static Drain run(
            Servers servers, Node node, Topic topic, Map<TopicPartition, Long> start, int rows, Progress progress) {
        List<Sample> samples = new ArrayList<>();
        samples.add(new Sample(0, 0));
        Cpu cpu = servers.cpu();
        long startedAt = System.nanoTime();
        node.startRelay();
        long published = 0;
        long movedAt = startedAt;
        while (published < rows) {
            LockSupport.parkNanos(BETWEEN_SAMPLES_NANOS);
            long now = topic.countSince(start);
            if (now > published) {
                movedAt = System.nanoTime();
            } else if (System.nanoTime() - movedAt > LONGEST_STALL.toNanos()) {
                throw new IllegalStateException("the relay stands still at " + published + " of " + rows);
            }
            published = now;
            samples.add(new Sample((System.nanoTime() - startedAt) / 1e9, published));
            progress.at(published, rows);
        }
        while (node.jdbc().sql(WorkloadSql.PENDING).query(Boolean.class).single()) {
            if (System.nanoTime() - movedAt > LONGEST_STALL.toNanos()) {
                throw new IllegalStateException("rows are published and not acknowledged");
            }
            LockSupport.parkNanos(BETWEEN_PENDING_NANOS);
        }
        double seconds = (System.nanoTime() - startedAt) / 1e9;
        return new Drain(
                rows, seconds, node.bean(Clock.class).millis(), servers.cpu().since(cpu), List.copyOf(samples));
    }

    /**
     * The same measured like the raw producer: from the first send, without connecting and taking the shards.
     *
     * @param firstSentAt timestamp of the record that was sent first, in milliseconds
     */
    public double rateSince(long firstSentAt) {
        return rows * 1000.0 / (endedAtMillis - firstSentAt);
    }

    /** Rows per second of each part of the backlog, first to last. */
    public List<Double> ratesPer(int part) {
        List<Double> rates = new ArrayList<>();
        double previous = 0;
        for (int end = part; end <= rows; end += part) {
            double reached = secondsAt(end);
            rates.add(part / (reached - previous));
            previous = reached;
        }
        return rates;
    }

    private double secondsAt(long count) {
        for (int i = 1; i < samples.size(); i++) {
            Sample after = samples.get(i);
            if (after.published() >= count) {
                Sample before = samples.get(i - 1);
                double share = (double) (count - before.published()) / (after.published() - before.published());
                return before.seconds() + share * (after.seconds() - before.seconds());
            }
        }
        throw new IllegalArgumentException(count + " were never published");
    }
}
