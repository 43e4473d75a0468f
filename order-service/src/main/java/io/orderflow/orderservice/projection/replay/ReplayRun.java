package io.orderflow.orderservice.projection.replay;

import io.orderflow.kafkaadapters.replay.OffsetRange;
import io.orderflow.kafkaadapters.replay.TopicReplay;
import io.orderflow.orderservice.projection.messaging.OrderFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One run of a replay, from where its generation stands to the end. It follows the consumer group until it is close
 * behind, and then lets that group wait for the short rest: never past it, because what the group has not applied must
 * not be in a table that is compared with the group's. Used by one thread.
 */
final class ReplayRun {

    static final String GROUP = "projection-service.order-read-model.replay";

    /** Half a second of work: short enough to let the consumer group wait for it. */
    private static final long CLOSE_BEHIND = 10_000;

    /** If the group is as fast as this, waiting for a better moment would be waiting for ever. */
    private static final int MOST_ROUNDS = 20;

    private static final int THREADS = 2;

    private final TopicReplay topic;
    private final Generations generations;
    private final OrderFacts facts;
    private final RunLock lock;
    private final BooleanSupplier isStopped;
    private final Generation generation;
    private final long began = System.nanoTime();

    ReplayRun(
            TopicReplay topic,
            Generations generations,
            OrderFacts facts,
            RunLock lock,
            BooleanSupplier isStopped,
            Generation generation) {
        this.topic = topic;
        this.generations = generations;
        this.facts = facts;
        this.lock = lock;
        this.isStopped = isStopped;
        this.generation = generation;
    }

    /** @param acceptBecause why a difference is accepted; null if it is not */
    Generation run(@Nullable String acceptBecause) {
        Map<Integer, Long> until = inUse();
        Map<Integer, OffsetRange> ranges = topic.ranges(facts.topic());
        ensureThere(until, ranges);
        try (ReplayWorkers workers = workers(ranges)) {
            long behind = Long.MAX_VALUE;
            for (int round = 0; round < MOST_ROUNDS && behind > CLOSE_BEHIND; round++) {
                workers.advance(until, isStopped, () -> note(workers));
                Map<Integer, Long> now = inUse();
                behind = distance(until, now);
                until = now;
            }
            return generations.finish(
                    generation.number(),
                    positions -> {
                        workers.advance(positions, isStopped, () -> {});
                        note(workers);
                        if (!lock.isHeld()) {
                            throw new IllegalStateException("The lock of the replay was lost");
                        }
                    },
                    acceptBecause);
        }
    }

    private ReplayWorkers workers(Map<Integer, OffsetRange> ranges) {
        Map<Integer, Long> stored = generations.positions(generation.number());
        List<ReplayWorker> workers = new ArrayList<>();
        for (int i = 0; i < Math.min(THREADS, ranges.size()); i++) {
            int part = i;
            Map<Integer, Long> from = new HashMap<>();
            ranges.forEach((partition, range) -> {
                if (partition % THREADS == part) {
                    from.put(partition, Math.max(range.first(), stored.getOrDefault(partition, 0L)));
                }
            });
            workers.add(new ReplayWorker(
                    generation.number(), topic.open(facts.subscription(), GROUP, from), from, generations, facts));
        }
        return new ReplayWorkers(workers);
    }

    private Map<Integer, Long> inUse() {
        return generations.positions(current(generations).number());
    }

    static Generation current(Generations generations) {
        return generations.all().stream()
                .filter(each -> each.state() == Generation.State.CURRENT)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No generation is in use"));
    }

    /** Else the replay would wait for records that will come one day and be others. */
    private static void ensureThere(Map<Integer, Long> until, Map<Integer, OffsetRange> ranges) {
        until.forEach((partition, offset) -> {
            OffsetRange range = ranges.get(partition);
            if (range == null || range.end() < offset) {
                throw new IllegalStateException(
                        "The table in use is at offset %d of partition %d, and the topic ends before: it is not the one that the table was built from"
                                .formatted(offset, partition));
            }
        });
    }

    private static long distance(Map<Integer, Long> from, Map<Integer, Long> to) {
        return to.entrySet().stream()
                .mapToLong(partition -> partition.getValue() - from.getOrDefault(partition.getKey(), 0L))
                .sum();
    }

    private void note(ReplayWorkers workers) {
        Generation.Run run = generation.run();
        if (run != null) {
            generations.progress(
                    generation.number(),
                    new Generation.Run(
                            run.by(),
                            run.on(),
                            run.beganAt(),
                            workers.each().stream()
                                    .mapToLong(ReplayWorker::records)
                                    .sum(),
                            (System.nanoTime() - began) / 1_000_000,
                            workers.each().stream()
                                    .mapToLong(ReplayWorker::skipped)
                                    .sum(),
                            workers.each().stream()
                                    .mapToLong(ReplayWorker::early)
                                    .sum()));
        }
    }
}
