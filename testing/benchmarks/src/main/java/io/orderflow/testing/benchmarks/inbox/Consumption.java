package io.orderflow.testing.benchmarks.inbox;

import io.orderflow.testing.benchmarks.report.Progress;
import io.orderflow.testing.benchmarks.servers.Cpu;
import io.orderflow.testing.benchmarks.servers.Servers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;

/**
 * The library's consumer at work on a full topic.
 *
 * @param events those after the warm-up
 * @param seconds from the end of the warm-up until the last offset was committed
 */
record Consumption(int events, double seconds, Cpu cpu) {

    private static final Duration LONGEST_STALL = Duration.ofSeconds(60);
    private static final long BETWEEN_LOOKS_NANOS = 2_000_000L;

    double rate() {
        return events / seconds;
    }

    /**
     * Watches a handler that has just been started.
     *
     * @param warmUp events that count nowhere
     */
    static Consumption watch(
            Servers servers, Admin admin, CountingHandler handler, int warmUp, int events, Progress progress)
            throws ExecutionException, InterruptedException {
        String group = handler.subscription().consumerGroup();
        await(handler, warmUp, warmUp + events, progress);
        long first = handler.seen();
        long startedAt = System.nanoTime();
        Cpu cpu = servers.cpu();
        await(handler, warmUp + events, warmUp + events, progress);
        while (committed(admin, group) < warmUp + events) {
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
        double seconds = (System.nanoTime() - startedAt) / 1e9;
        return new Consumption(
                (int) (warmUp + events - first), seconds, servers.cpu().since(cpu));
    }

    /** Returns when the handler has seen so many events; the progress is shown as a part of all. */
    static void await(CountingHandler handler, long count, long of, Progress progress) {
        long movedAt = System.nanoTime();
        long seen = handler.seen();
        while (seen < count) {
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
            long now = handler.seen();
            if (now > seen) {
                movedAt = System.nanoTime();
            } else if (System.nanoTime() - movedAt > LONGEST_STALL.toNanos()) {
                throw new IllegalStateException("the consumer stands still at " + now + " of " + of);
            }
            seen = now;
            progress.at(seen, of);
        }
    }

    private static long committed(Admin admin, String group) throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().values().stream()
                .mapToLong(committed -> committed == null ? 0 : committed.offset())
                .sum();
    }
}
