package io.orderflow.kafkaadapters.outbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The relay's way of setting rows aside. */
final class ParkedStore {

    private static final Logger LOG = LoggerFactory.getLogger(ParkedStore.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ParkedStore(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Parks rows that can never be sent, and those that wait behind a parked one. Rows of a shard that meanwhile belongs
     * to another relay are left alone.
     *
     * @return false if a row was not parked behind any more: its key has been freed in the meantime
     */
    boolean park(
            Map<OutboxRow, Unsendable> unsendable, List<OutboxRow> behind, Map<Integer, Long> epochs, String owner) {
        unsendable.forEach((row, why) -> LOG.error(
                "Outbox row {}/{} ({} to {}) can never be sent and is parked: {}: {}",
                row.shard(),
                row.id(),
                row.eventType(),
                row.topic(),
                why.code(),
                why.reason()));
        return transaction.execute(status -> {
            lock(Stream.concat(unsendable.keySet().stream(), behind.stream()));
            if (!unsendable.isEmpty()) {
                parkUnsendable(unsendable, epochs, owner);
            }
            return behind.isEmpty() || parkBehind(behind, epochs, owner) == behind.size();
        });
    }

    /** The first parked row of each key that has any, by {@link OutboxRow#orderedBy()}. */
    Map<String, Long> firstParked(Collection<Integer> shards) {
        Map<String, Long> first = new HashMap<>();
        jdbc.sql(ParkedSql.HELD_KEYS)
                .param("shards", shards.stream().mapToInt(Integer::intValue).toArray())
                .query(row -> {
                    first.put(OutboxRow.orderedBy(row.getString(1), row.getString(2)), row.getLong(3));
                });
        return first;
    }

    private void lock(Stream<OutboxRow> rows) {
        jdbc.sql(ParkedSql.LOCK)
                .param("shards", rows.mapToInt(OutboxRow::shard).distinct().toArray())
                .query()
                .listOfRows();
    }

    private void parkUnsendable(Map<OutboxRow, Unsendable> unsendable, Map<Integer, Long> epochs, String owner) {
        RowRefs refs = RowRefs.of(List.copyOf(unsendable.keySet()), epochs);
        jdbc.sql(ParkedSql.PARK)
                .param("shards", refs.shards())
                .param("ids", refs.ids())
                .param("epochs", refs.epochs())
                .param(
                        "codes",
                        unsendable.values().stream().map(Unsendable::code).toArray(String[]::new))
                .param(
                        "reasons",
                        unsendable.values().stream().map(Unsendable::reason).toArray(String[]::new))
                .param("owner", owner)
                .param("parkedAt", Timestamp.from(clock.instant()))
                .update();
    }

    private int parkBehind(List<OutboxRow> behind, Map<Integer, Long> epochs, String owner) {
        RowRefs refs = RowRefs.of(behind, epochs);
        return jdbc.sql(ParkedSql.PARK_BEHIND)
                .param("shards", refs.shards())
                .param("ids", refs.ids())
                .param("epochs", refs.epochs())
                .param("owner", owner)
                .param("parkedAt", Timestamp.from(clock.instant()))
                .update();
    }
}
