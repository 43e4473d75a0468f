package io.orderflow.kafkaadapters.outbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The relay's view of the table. */
final class OutboxStore {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxStore.class);

    /** Counting stops here: nobody needs to know more exactly how bad it is. */
    private static final int COUNT_LIMIT = 100_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    OutboxStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<OutboxRow> next(Collection<Integer> shards, int perShard) {
        return jdbc.sql(OutboxSql.NEXT_BATCH)
                .param("shards", ints(shards))
                .param("perShard", perShard)
                .query((row, number) -> new OutboxRow(
                        row.getInt("shard"),
                        row.getLong("id"),
                        row.getString("topic"),
                        row.getString("partition_key"),
                        row.getString("event_type"),
                        row.getString("headers"),
                        row.getBytes("value"),
                        row.getBoolean("is_envelope"),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }

    /** Rows of a shard that meanwhile belongs to another relay are left alone: that one sends them again. */
    void acknowledge(List<OutboxRow> sent, Map<Integer, Long> epochs, String owner) {
        if (sent.isEmpty()) {
            return;
        }
        int acknowledged = jdbc.sql(OutboxSql.DELETE)
                .param("shards", sent.stream().mapToInt(OutboxRow::shard).toArray())
                .param("ids", sent.stream().mapToLong(OutboxRow::id).toArray())
                .param(
                        "epochs",
                        sent.stream()
                                .mapToLong(row -> epochs.getOrDefault(row.shard(), -1L))
                                .toArray())
                .param("owner", owner)
                .update();
        if (acknowledged < sent.size()) {
            LOG.info(
                    "{} of {} sent rows now belong to another relay, which sends them again",
                    sent.size() - acknowledged,
                    sent.size());
        }
    }

    void park(OutboxRow row, String reason) {
        LOG.error(
                "Outbox row {}/{} ({} to {}) can never be sent and is parked: {}",
                row.shard(),
                row.id(),
                row.eventType(),
                row.topic(),
                reason);
        jdbc.sql(OutboxSql.PARK)
                .param("shard", row.shard())
                .param("id", row.id())
                .param("parkedAt", Timestamp.from(clock.instant()))
                .param("reason", reason)
                .update();
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

    private static int[] ints(Collection<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }
}
