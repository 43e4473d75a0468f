package io.orderflow.orderservice.projection.web;

import io.orderflow.orderservice.projection.replay.Comparison;
import io.orderflow.orderservice.projection.replay.Generation;
import io.orderflow.orderservice.projection.replay.ReplayProgress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param status {@code RUNNING}, {@code INTERRUPTED}, {@code FAILED}, {@code DIFFERENT}, {@code SWITCHED}, or what became
 *     of the generation since
 * @param done from 0 to 1
 * @param secondsLeft at the speed so far; absent if nothing can be said
 */
record ReplayView(
        int generation,
        String table,
        String status,
        @Nullable String startedBy,
        @Nullable String node,
        @Nullable Instant startedAt,
        double done,
        long eventsRead,
        long eventsPerSecond,
        @Nullable Long secondsLeft,
        long skipped,
        long early,
        @Nullable String failure,
        List<ReplayProgress.Partition> partitions,
        @Nullable Comparison comparison,
        @Nullable String differencesAcceptedBecause) {

    static ReplayView of(ReplayProgress progress) {
        Generation generation = progress.generation();
        Generation.Run run = generation.run();
        long left = Math.max(0, progress.total() - progress.applied());
        long perSecond = Math.round(progress.eventsPerSecond());
        return new ReplayView(
                generation.number(),
                generation.table(),
                status(progress),
                run == null ? null : run.by(),
                run == null ? null : run.on(),
                run == null ? null : run.beganAt(),
                progress.total() == 0 ? 1 : Math.min(1, (double) progress.applied() / progress.total()),
                run == null ? 0 : run.events(),
                perSecond,
                !progress.isRunning() || perSecond == 0 ? null : left / perSecond,
                run == null ? 0 : run.skipped(),
                run == null ? 0 : run.early(),
                generation.failure(),
                progress.partitions(),
                generation.comparison(),
                generation.acceptedBecause());
    }

    private static String status(ReplayProgress progress) {
        return switch (progress.generation().state()) {
            case BUILDING ->
                progress.isRunning() ? "RUNNING" : progress.generation().failure() == null ? "INTERRUPTED" : "FAILED";
            case DIFFERENT -> "DIFFERENT";
            case CURRENT -> "SWITCHED";
            case OLD, DISCARDED, DROPPED -> progress.generation().state().name();
        };
    }
}
