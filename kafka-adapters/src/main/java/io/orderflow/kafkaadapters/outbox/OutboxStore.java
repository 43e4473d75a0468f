package io.orderflow.kafkaadapters.outbox;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The relay's view of the table. */
final class OutboxStore {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxStore.class);

    /** Counting stops here: nobody needs to know more exactly how bad it is. */
    private static final int COUNT_LIMIT = 100_000;

    /** Read at a time, with one row more: large values must not fill the memory. */
    private static final long MOST_BYTES = 16L * 1024 * 1024;

    /** By position: names are looked up anew in every row. */
    private static final RowMapper<OutboxRow> ROW = (row, number) -> new OutboxRow(
            row.getInt(1),
            row.getLong(2),
            row.getString(3),
            row.getString(4),
            row.getString(5),
            row.getString(6),
            row.getBytes(7),
            row.getBoolean(8),
            row.getTimestamp(9).toInstant());

    private final JdbcClient jdbc;
    private final boolean keepPublished;

    /** @param keepPublished whether acknowledged rows move into the window of what can be sent again */
    OutboxStore(JdbcClient jdbc, boolean keepPublished) {
        this.jdbc = jdbc;
        this.keepPublished = keepPublished;
    }

    /** @param pausedTopics left out */
    List<OutboxRow> next(ReadPlan.Reading reading, Set<String> pausedTopics) {
        return jdbc.sql(OutboxSql.NEXT_BATCH)
                .param("shards", reading.shards())
                .param("after", reading.after())
                .param("limits", reading.limits())
                .param("paused", pausedTopics.toArray(String[]::new))
                .param("mostBytes", MOST_BYTES)
                .query(ROW)
                .list();
    }

    /** Rows of a shard that meanwhile belongs to another relay are left alone: that one sends them again. */
    void acknowledge(List<OutboxRow> sent, Map<Integer, Long> epochs, String owner) {
        if (sent.isEmpty()) {
            return;
        }
        RowRefs refs = RowRefs.of(sent, epochs);
        int acknowledged = jdbc.sql(keepPublished ? PublishedSql.MOVE : OutboxSql.DELETE)
                .param("shards", refs.shards())
                .param("ids", refs.ids())
                .param("epochs", refs.epochs())
                .param("owner", owner)
                .update();
        if (acknowledged < sent.size()) {
            LOG.info(
                    "{} of {} rows sent by {} now belong to another relay, which sends them again",
                    sent.size() - acknowledged,
                    sent.size(),
                    owner);
        }
    }

    Backlog backlog() {
        return jdbc.sql(OutboxSql.BACKLOG)
                .param("limit", COUNT_LIMIT)
                .query((row, number) -> {
                    Timestamp oldest = row.getTimestamp("oldest");
                    return new Backlog(
                            row.getLong("pending"), oldest == null ? null : oldest.toInstant(), row.getLong("parked"));
                })
                .single();
    }

    /** @param oldest when the oldest pending row was appended; null if nothing is pending */
    record Backlog(long pending, @Nullable Instant oldest, long parked) {}
}
