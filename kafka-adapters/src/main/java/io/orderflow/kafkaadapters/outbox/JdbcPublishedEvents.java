package io.orderflow.kafkaadapters.outbox;

import io.orderflow.kafkaadapters.Account;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

final class JdbcPublishedEvents implements PublishedEvents {

    /** Batches come one by one: a window may hold more than fits into memory. */
    private static final int FETCHED_AT_A_TIME = 4;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate window;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final WakeUp wakeUp;

    JdbcPublishedEvents(DataSource database, TransactionTemplate transaction, Clock clock, WakeUp wakeUp) {
        this.jdbc = JdbcClient.create(database);
        JdbcTemplate cursor = new JdbcTemplate(database);
        cursor.setFetchSize(FETCHED_AT_A_TIME);
        this.window = new NamedParameterJdbcTemplate(cursor);
        this.transaction = transaction;
        this.clock = clock;
        this.wakeUp = wakeUp;
    }

    @Override
    public long resend(Instant from, Instant to, @Nullable String topic, String actor, String reason) {
        Account account = new Account(actor, reason);
        long resent = transaction.execute(status -> {
            AtomicLong records = new AtomicLong();
            window.query(
                    PublishedSql.KEPT,
                    Map.of("from", Timestamp.from(from), "to", Timestamp.from(to)),
                    (RowCallbackHandler) batch -> records.addAndGet(putBack(batch.getBytes(1), topic)));
            jdbc.sql(AuditSql.RESENT)
                    .param("at", Timestamp.from(clock.instant()))
                    .param("actor", account.actor())
                    .param("reason", account.reason())
                    .param("topic", topic)
                    .param("from", Timestamp.from(from))
                    .param("to", Timestamp.from(to))
                    .param("records", records.get())
                    .update();
            return records.get();
        });
        wakeUp.signal();
        return resent;
    }

    private int putBack(byte[] packed, @Nullable String topic) {
        List<OutboxRow> rows = PackedRows.unpack(packed).stream()
                .filter(row -> topic == null || row.topic().equals(topic))
                .toList();
        boolean[] envelopes = new boolean[rows.size()];
        byte[][] values = new byte[rows.size()][];
        for (int i = 0; i < values.length; i++) {
            envelopes[i] = rows.get(i).envelope();
            values[i] = rows.get(i).value();
        }
        return jdbc.sql(PublishedSql.RESEND)
                .param("shards", rows.stream().mapToInt(OutboxRow::shard).toArray())
                .param("ids", rows.stream().mapToLong(OutboxRow::id).toArray())
                .param("topics", texts(rows, OutboxRow::topic))
                .param("keys", texts(rows, OutboxRow::key))
                .param("types", texts(rows, OutboxRow::eventType))
                .param("headers", texts(rows, OutboxRow::headers))
                .param("values", values)
                .param("envelopes", envelopes)
                .param("createdAt", texts(rows, row -> row.createdAt().toString()))
                .update();
    }

    private static @Nullable String[] texts(List<OutboxRow> rows, Function<OutboxRow, @Nullable String> field) {
        return rows.stream().map(field).toArray(String[]::new);
    }
}
