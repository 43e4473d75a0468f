package io.orderflow.kafkaadapters.outbox;

import java.util.List;
import java.util.Map;

/** Rows as array parameters of one statement, each with the epoch under which it was read. */
@SuppressWarnings("ArrayRecordComponent") // handed to the driver and never compared
record RowRefs(int[] shards, long[] ids, long[] epochs) {

    static final long NOT_OWNED = -1;

    static RowRefs of(List<OutboxRow> rows, Map<Integer, Long> epochs) {
        int[] shards = new int[rows.size()];
        long[] ids = new long[rows.size()];
        long[] under = new long[rows.size()];
        for (int i = 0; i < shards.length; i++) {
            OutboxRow row = rows.get(i);
            shards[i] = row.shard();
            ids[i] = row.id();
            under[i] = epochs.getOrDefault(row.shard(), NOT_OWNED);
        }
        return new RowRefs(shards, ids, under);
    }
}
