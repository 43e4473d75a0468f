package io.orderflow.kafkaadapters.outbox;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The relay's view of the table. */
final class OutboxStore {

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
            row.getObject(9, OffsetDateTime.class).toInstant());

    private final JdbcClient jdbc;

    OutboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
