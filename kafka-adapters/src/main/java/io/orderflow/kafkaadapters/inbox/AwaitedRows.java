package io.orderflow.kafkaadapters.inbox;

import io.orderflow.kafkaadapters.inbox.LedgerRow.Outcome;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where events lie that their handlers have parked. All methods work in the caller's transaction. Thread safe. */
public final class AwaitedRows {

    private static final RowMapper<Row> ROW =
            (row, number) -> new Row(row.getString("consumer"), ParkedRow.read(row, number));

    private static final Comparator<ParkedEvent> RECEIVED =
            Comparator.comparing((ParkedEvent event) -> event.terms().since()).thenComparing(ParkedEvent::offset);

    private final JdbcClient jdbc;

    AwaitedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A parked event and the group that parked it. */
    public record Row(String consumer, ParkedEvent event) {

        public AwaitedKey key() {
            return new AwaitedKey(consumer, event.eventId());
        }
    }

    /** What the ledger is to say of an event. */
    public record Settled(AwaitedKey key, Outcome outcome, @Nullable String code, @Nullable String reason) {}

    /** In the order in which they were received, locked; waits for whoever has one of them in hand. */
    public List<Row> lock(Collection<String> waitKeys) {
        return jdbc.sql(AwaitedSql.LOCK)
                .param("keys", waitKeys.toArray(String[]::new))
                .query(ROW)
                .list();
    }

    public Optional<ParkedEvent> find(AwaitedKey key) {
        return one(AwaitedSql.FIND, key);
    }

    public Optional<ParkedEvent> lock(AwaitedKey key) {
        return one(AwaitedSql.LOCK_ONE, key);
    }

    /**
     * Those that nobody has looked at for the longest time, in the order in which they were received; from now on they have
     * been looked at. Others may have them in hand.
     */
    public List<ParkedEvent> look(String consumer, Instant now, int atMost) {
        return jdbc
                .sql(AwaitedSql.LOOK)
                .param("consumer", consumer)
                .param("now", Timestamp.from(now))
                .param("atMost", atMost)
                .query(ParkedRow::read)
                .list()
                .stream()
                .sorted(RECEIVED)
                .toList();
    }

    /** @return those that were still there, as they were */
    public List<Row> remove(Collection<AwaitedKey> keys) {
        return jdbc.sql(AwaitedSql.REMOVE)
                .params(keysOf(keys, Function.identity()))
                .query(ROW)
                .list();
    }

    /** @return false if it is not waiting any more */
    public boolean restate(AwaitedKey key, @Nullable String code, String reason) {
        return jdbc.sql(AwaitedSql.RESTATE)
                        .param("consumer", key.consumer())
                        .param("id", key.eventId())
                        .param("code", code)
                        .param("reason", reason)
                        .update()
                == 1;
    }

    /** Writes to the ledger; how often the handler has tried stays as it is. */
    public void settle(List<Settled> settled) {
        jdbc.sql(AwaitedSql.SETTLE)
                .params(keysOf(settled, Settled::key))
                .param("outcomes", texts(settled, each -> each.outcome().name()))
                .param("codes", texts(settled, Settled::code))
                .param("reasons", texts(settled, Settled::reason))
                .update();
    }

    private Optional<ParkedEvent> one(String sql, AwaitedKey key) {
        return jdbc.sql(sql)
                .param("consumer", key.consumer())
                .param("id", key.eventId())
                .query(ParkedRow::read)
                .optional();
    }

    private static <E> Map<String, ?> keysOf(Collection<E> entries, Function<E, AwaitedKey> key) {
        return Map.of(
                "consumers",
                texts(entries, entry -> key.apply(entry).consumer()),
                "ids",
                texts(entries, entry -> key.apply(entry).eventId().toString()));
    }

    private static <E> @Nullable String[] texts(Collection<E> entries, Function<E, @Nullable String> field) {
        return entries.stream().map(field).toArray(String[]::new);
    }
}
