package io.orderflow.kafkaadapters.outbox;

import io.orderflow.kafkaadapters.Account;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

final class JdbcParkedOutbox implements ParkedOutbox {

    private static final RowMapper<ParkedRow> ROW = (row, number) -> new ParkedRow(
            row.getInt("shard"),
            row.getLong("id"),
            row.getString("topic"),
            row.getString("partition_key"),
            row.getString("event_type"),
            RecordHeaders.decode(row.getString("headers")),
            row.getString("code"),
            row.getString("reason"),
            row.getTimestamp("created_at").toInstant(),
            row.getTimestamp("parked_at").toInstant());

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final WakeUp wakeUp;
    private final boolean hold;

    JdbcParkedOutbox(JdbcClient jdbc, TransactionTemplate transaction, Clock clock, WakeUp wakeUp, boolean hold) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.wakeUp = wakeUp;
        this.hold = hold;
    }

    @Override
    public List<ParkedRow> list(@Nullable String topic, @Nullable String code, int limit) {
        return jdbc.sql(ParkedSql.LIST)
                .param("topic", topic)
                .param("code", code)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    @Override
    public int requeue(int shard, long id, String actor, String reason) {
        Account account = new Account(actor, reason);
        return locked(new int[] {shard}, () -> find(shard, id)
                .map(row -> {
                    refuseIfBehind(row);
                    int requeued = move(ParkedSql.REQUEUE_ROW, "REQUEUE", account)
                            .param("shard", shard)
                            .param("id", id)
                            .update();
                    return requeued + releaseFollowers(row, account);
                })
                .orElse(0));
    }

    @Override
    public int requeueKey(String topic, String key, String actor, String reason) {
        Account account = new Account(actor, reason);
        return locked(new int[] {OutboxRow.shardOf(key)}, () -> move(ParkedSql.REQUEUE_KEY, "REQUEUE", account)
                .param("topic", topic)
                .param("key", key)
                .update());
    }

    @Override
    public int requeueTopic(String topic, String actor, String reason) {
        Account account = new Account(actor, reason);
        return locked(
                IntStream.range(0, OutboxRow.SHARDS).toArray(), () -> move(ParkedSql.REQUEUE_TOPIC, "REQUEUE", account)
                        .param("topic", topic)
                        .update());
    }

    @Override
    public boolean discard(int shard, long id, String actor, String reason) {
        Account account = new Account(actor, reason);
        return locked(new int[] {shard}, () -> find(shard, id)
                .map(row -> {
                    move(ParkedSql.DISCARD_ROW, "DISCARD", account)
                            .param("shard", shard)
                            .param("id", id)
                            .update();
                    releaseFollowers(row, account);
                    return true;
                })
                .orElse(false));
    }

    private <T> T locked(int[] shards, Supplier<T> work) {
        T done = transaction.execute(status -> {
            jdbc.sql(ParkedSql.LOCK).param("shards", shards).query().listOfRows();
            return work.get();
        });
        wakeUp.signal();
        return done;
    }

    private Optional<ParkedRow> find(int shard, long id) {
        return jdbc.sql(ParkedSql.FIND)
                .param("shard", shard)
                .param("id", id)
                .query(ROW)
                .optional();
    }

    private void refuseIfBehind(ParkedRow row) {
        if (!hold || row.key() == null) {
            return;
        }
        jdbc.sql(ParkedSql.EARLIER_OF_KEY)
                .param("topic", row.topic())
                .param("key", row.key())
                .param("id", row.id())
                .query(Long.class)
                .optional()
                .ifPresent(earlier -> {
                    throw new IllegalStateException("Row " + row.shard() + "/" + row.id() + " waits behind "
                            + row.shard() + "/" + earlier + " of the same key: decide about that one first");
                });
    }

    private int releaseFollowers(ParkedRow row, Account account) {
        if (row.key() == null) {
            return 0;
        }
        return move(ParkedSql.RELEASE_FOLLOWERS, "RELEASE", account)
                .param("topic", row.topic())
                .param("key", row.key())
                .update();
    }

    private JdbcClient.StatementSpec move(String sql, String action, Account account) {
        return jdbc.sql(sql)
                .param("at", Timestamp.from(clock.instant()))
                .param("actor", account.actor())
                .param("reason", account.reason())
                .param("action", action);
    }
}
