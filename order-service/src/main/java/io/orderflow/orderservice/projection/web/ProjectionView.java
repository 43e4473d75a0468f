package io.orderflow.orderservice.projection.web;

import io.orderflow.orderservice.projection.replay.Content;
import io.orderflow.orderservice.projection.replay.Generation;
import io.orderflow.orderservice.projection.replay.Generation.State;
import io.orderflow.orderservice.projection.replay.Generations;
import io.orderflow.orderservice.projection.replay.Replays;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param rows of the table in use
 * @param checksum of the table in use
 * @param recordsInTopic how many records a replay has to read
 * @param unfinished number of the generation that is being built or waits for a decision
 */
record ProjectionView(
        int generation,
        String table,
        long rows,
        String checksum,
        long recordsInTopic,
        @Nullable Integer unfinished,
        boolean running,
        List<Entry> generations) {

    /** @param table absent if it was dropped */
    record Entry(
            int generation,
            State state,
            @Nullable String table,
            Instant createdAt,
            String createdBy,
            @Nullable Instant switchedAt,
            @Nullable String differencesAcceptedBecause) {}

    static ProjectionView of(Generations generations, Replays replays) {
        List<Generation> all = generations.all();
        Generation current = all.stream()
                .filter(each -> each.state() == State.CURRENT)
                .findFirst()
                .orElseThrow();
        Content content = generations.content(current.number());
        return new ProjectionView(
                current.number(),
                current.table(),
                content.rows(),
                content.checksum(),
                replays.recordsInTopic(),
                all.stream()
                        .filter(each -> each.state().isUnfinished())
                        .findFirst()
                        .map(Generation::number)
                        .orElse(null),
                generations.isRunning(),
                all.stream().map(ProjectionView::entry).toList());
    }

    private static Entry entry(Generation each) {
        return new Entry(
                each.number(),
                each.state(),
                each.state().hasTable() ? each.table() : null,
                each.createdAt(),
                each.createdBy(),
                each.switchedAt(),
                each.acceptedBecause());
    }
}
