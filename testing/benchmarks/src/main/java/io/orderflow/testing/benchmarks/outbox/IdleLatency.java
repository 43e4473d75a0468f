package io.orderflow.testing.benchmarks.outbox;

import io.orderflow.kafkaadapters.outbox.Outbox;
import io.orderflow.testing.benchmarks.report.Progress;
import io.orderflow.testing.benchmarks.servers.Node;
import io.orderflow.testing.benchmarks.workload.Events;
import io.orderflow.testing.benchmarks.workload.Topic;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * How long an event takes when nothing else happens: from the return of the commit until a consumer that waits for it
 * holds the record in its hands. One transaction at a time, each after a pause of random length, in the process that
 * also runs the relay.
 */
final class IdleLatency {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(100);

    private final double[] sortedMillis;

    private IdleLatency(double[] sortedMillis) {
        this.sortedMillis = sortedMillis;
    }

    static IdleLatency measure(Node node, Topic topic, String run, int times, Progress progress) {
        topic.seekToEnd();
        topic.poll(POLL);
        Outbox outbox = node.outbox();
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(5_000_000, 30_000_000));
            String orderId = Events.orderId(run, i);
            node.transaction().executeWithoutResult(status -> outbox.append(Events.lineReleased(orderId, 1)));
            long committedAt = System.nanoTime();
            awaitRecord(topic, orderId, committedAt);
            millis[i] = (System.nanoTime() - committedAt) / 1e6;
            progress.at(i + 1L, times);
        }
        Arrays.sort(millis);
        return new IdleLatency(millis);
    }

    private static void awaitRecord(Topic topic, String key, long committedAt) {
        while (topic.poll(POLL).stream().noneMatch(received -> received.key().equals(key))) {
            if (System.nanoTime() - committedAt > LONGEST.toNanos()) {
                throw new IllegalStateException("committed and not published within " + LONGEST);
            }
        }
    }

    /** The time within which so many per cent arrived, in milliseconds. */
    double percentile(double percent) {
        int rank = (int) Math.ceil(percent / 100 * sortedMillis.length);
        return sortedMillis[Math.max(0, rank - 1)];
    }
}
