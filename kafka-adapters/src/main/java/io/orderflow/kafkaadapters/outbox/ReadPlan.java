package io.orderflow.kafkaadapters.outbox;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the next pass reads: from which row on in each shard, and how many. Shards that gave all they were asked for share
 * the batch, so one busy shard gets nearly all of it; each of the others keeps a small part. Not thread safe.
 */
final class ReadPlan {

    private final int batch;
    private final Map<Integer, Long> readUpTo = new HashMap<>();
    private final Set<Integer> busy = new HashSet<>();

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
        int[] shards = owned.stream().mapToInt(Integer::intValue).toArray();
        long[] after = new long[shards.length];
        int[] limits = new int[shards.length];
        busy.retainAll(owned);
        int small = Math.max(1, batch / (2 * Math.max(1, shards.length)));
        int idle = shards.length - busy.size();
        int large = busy.isEmpty() ? small * 2 : Math.max(small, (batch - small * idle) / busy.size());
        for (int i = 0; i < shards.length; i++) {
            after[i] = readUpTo.getOrDefault(shards[i], Long.MIN_VALUE);
            limits[i] = busy.isEmpty() || busy.contains(shards[i]) ? large : small;
        }
        return new Reading(shards, after, limits);
    }

    /** Takes notice of what a reading brought. */
    void read(Reading reading, List<OutboxRow> rows) {
        Map<Integer, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(row.shard(), 1, Integer::sum));
        busy.clear();
        for (int i = 0; i < reading.shards().length; i++) {
            if (counts.getOrDefault(reading.shards()[i], 0) >= reading.limits()[i]) {
                busy.add(reading.shards()[i]);
            }
        }
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
