package io.orderflow.kafkaadapters.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReadPlanTest {

    private static final int BATCH = 1000;
    private static final Set<Integer> ALL =
            IntStream.range(0, OutboxRow.SHARDS).boxed().collect(Collectors.toSet());

    private final ReadPlan plan = new ReadPlan(BATCH);

    @Test
    void dividesTheBatchAmongTheShards() {
        ReadPlan.Reading reading = plan.next(ALL);
        assertThat(Arrays.stream(reading.limits()).sum()).isBetween(BATCH * 9 / 10, BATCH);
        assertThat(Arrays.stream(reading.limits()).distinct().count()).isEqualTo(1);
    }

    @Test
    void givesABusyShardNearlyAllAndTheOthersSomething() {
        ReadPlan.Reading first = plan.next(ALL);
        plan.read(first, rows(5, limit(first, 5)));
        ReadPlan.Reading second = plan.next(ALL);
        assertThat(limit(second, 5)).isGreaterThan(BATCH / 2);
        assertThat(limit(second, 6)).isPositive();
        assertThat(Arrays.stream(second.limits()).sum()).isLessThanOrEqualTo(BATCH);

        plan.read(second, rows(5, 3));
        assertThat(limit(plan.next(ALL), 5)).isEqualTo(limit(first, 5));
    }

    @Test
    void letsManyBusyShardsTakeTurns() {
        ReadPlan.Reading first = plan.next(ALL);
        plan.read(first, all(first.limits()[0]));
        Set<Integer> served = new HashSet<>();
        for (int pass = 0; pass < OutboxRow.SHARDS / 4; pass++) {
            ReadPlan.Reading reading = plan.next(ALL);
            assertThat(reading.shards()).hasSize(4);
            Arrays.stream(reading.shards()).forEach(served::add);
            plan.read(reading, runs(reading));
        }
        assertThat(served).as("each had its turn").isEqualTo(ALL);
        assertThat(plan.hasBusy()).isTrue();
    }

    private static List<OutboxRow> all(int each) {
        return ALL.stream().flatMap(shard -> rows(shard, each).stream()).toList();
    }

    private static List<OutboxRow> runs(ReadPlan.Reading reading) {
        return Arrays.stream(reading.shards())
                .boxed()
                .flatMap(shard -> rows(shard, limit(reading, shard)).stream())
                .toList();
    }

    @Test
    void givesASingleShardEverything() {
        assertThat(limit(plan.next(Set.of(3)), 3)).isEqualTo(BATCH);
    }

    @Test
    void readsOnBehindWhatIsUnderWayAndFromTheStartAfterARestart() {
        plan.passOver(rows(5, 7));
        assertThat(after(plan.next(ALL), 5)).isEqualTo(7);
        assertThat(after(plan.next(ALL), 6)).isEqualTo(Long.MIN_VALUE);
        assertThat(plan.fromStart()).isFalse();
        plan.restart();
        assertThat(after(plan.next(ALL), 5)).isEqualTo(Long.MIN_VALUE);
        assertThat(plan.fromStart()).isTrue();
    }

    private static int limit(ReadPlan.Reading reading, int shard) {
        return reading.limits()[indexOf(reading, shard)];
    }

    private static long after(ReadPlan.Reading reading, int shard) {
        return reading.after()[indexOf(reading, shard)];
    }

    private static int indexOf(ReadPlan.Reading reading, int shard) {
        return Arrays.stream(reading.shards()).boxed().toList().indexOf(shard);
    }

    private static List<OutboxRow> rows(int shard, int count) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(id -> new OutboxRow(shard, id, "t", "k", "E", "", new byte[0], false, Instant.EPOCH))
                .toList();
    }
}
