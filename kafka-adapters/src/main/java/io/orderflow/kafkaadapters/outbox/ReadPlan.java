package io.orderflow.kafkaadapters.outbox;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the next pass reads: from which row on in each shard, and how many. Shards that gave all they were asked for take turns,
 * a few at a time, and get nearly the whole batch; each of the others keeps a small part. Not thread safe.
 */
final class ReadPlan {

    private static final int AT_A_TIME = 4;

    private final int batch;
    private final Map<Integer, Long> readUpTo = new HashMap<>();
    private final Set<Integer> busy = new LinkedHashSet<>();

    /** @param batch rows of one pass, over all shards */
    ReadPlan(int batch) {
        this.batch = batch;
    }

    /**
     * @param after read behind these rows
     * @param limits at most so many
     */
    @SuppressWarnings("ArrayRecordComponent") // handed to the driver and never compared
    record Reading(int[] shards, long[] after, int[] limits) {}

    Reading next(Set<Integer> owned) {
        busy.retainAll(owned);
        Set<Integer> turns = turns();
        int idle = owned.size() - busy.size();
        int small = Math.max(1, batch / (2 * Math.max(1, owned.size())));
        int large = turns.isEmpty() ? 2 * small : Math.max(small, (batch - small * idle) / turns.size());
        int[] shards = owned.stream()
                .filter(shard -> turns.contains(shard) || !busy.contains(shard))
                .mapToInt(Integer::intValue)
                .toArray();
        long[] after = new long[shards.length];
        int[] limits = new int[shards.length];
        for (int i = 0; i < shards.length; i++) {
            after[i] = readUpTo.getOrDefault(shards[i], Long.MIN_VALUE);
            limits[i] = turns.isEmpty() || turns.contains(shards[i]) ? large : small;
        }
        return new Reading(shards, after, limits);
    }

    /** Long runs of a few shards are cheaper to read and to acknowledge than a few rows of each. */
    private Set<Integer> turns() {
        return busy.stream().limit(AT_A_TIME).collect(Collectors.toSet());
    }

    /** Takes notice of what a reading brought. */
    void read(Reading reading, List<OutboxRow> rows) {
        Map<Integer, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(row.shard(), 1, Integer::sum));
        for (int i = 0; i < reading.shards().length; i++) {
            int shard = reading.shards()[i];
            // Removed and added again, it goes to the end of the queue.
            busy.remove(shard);
            if (counts.getOrDefault(shard, 0) >= reading.limits()[i]) {
                busy.add(shard);
            }
        }
    }

    /** Whether some shard may have more than was read of it. */
    boolean hasBusy() {
        return !busy.isEmpty();
    }

    /** Reads on behind these rows while they are on their way. */
    void passOver(List<OutboxRow> rows) {
        rows.forEach(row -> readUpTo.merge(row.shard(), row.id(), Math::max));
    }

    /** Begins with the first row again: a transaction may have taken an early number and committed late. */
    void restart() {
        readUpTo.clear();
    }

    boolean fromStart() {
        return readUpTo.isEmpty();
    }
}
