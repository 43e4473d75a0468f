package io.orderflow.kafkaadapters.inbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

final class JdbcInbox implements Inbox {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcInbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Set<UUID> recordNew(String consumer, List<LedgerRow> rows) {
        return new HashSet<>(jdbc.sql(InboxSql.INSERT_NEW)
                .param("consumer", consumer)
                .param("ids", texts(rows, row -> row.eventId().toString()))
                .param("topics", texts(rows, LedgerRow::topic))
                .param(
                        "partitions",
                        rows.stream().mapToInt(LedgerRow::partition).toArray())
                .param("offsets", rows.stream().mapToLong(LedgerRow::offset).toArray())
                .param("types", texts(rows, LedgerRow::eventType))
                .param("tenants", texts(rows, LedgerRow::tenantId))
                .param("aggregates", texts(rows, LedgerRow::aggregateId))
                .param("versions", texts(rows, row -> text(row.aggregateVersion())))
                .param("digests", texts(rows, row -> text(row.digest())))
                .param("outcomes", texts(rows, row -> row.outcome().name()))
                .param("codes", texts(rows, LedgerRow::code))
                .param("reasons", texts(rows, LedgerRow::reason))
                .param("receivedAt", Timestamp.from(clock.instant()))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
    }

    @Override
    public void setOutcomes(String consumer, List<LedgerRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql(InboxSql.SET_OUTCOMES)
                .param("consumer", consumer)
                .param("ids", texts(rows, row -> row.eventId().toString()))
                .param("outcomes", texts(rows, row -> row.outcome().name()))
                .param("codes", texts(rows, LedgerRow::code))
                .param("reasons", texts(rows, LedgerRow::reason))
                .param("attempts", rows.stream().mapToInt(LedgerRow::attempts).toArray())
                .update();
    }

    @Override
    public Map<UUID, Long> digests(String consumer, Collection<UUID> eventIds) {
        return numbers(InboxSql.DIGESTS, consumer, eventIds, Number::longValue);
    }

    @Override
    public Map<UUID, Integer> lockRetrying(String consumer, Collection<UUID> eventIds) {
        return numbers(InboxSql.LOCK_RETRYING, consumer, eventIds, Number::intValue);
    }

    private <N> Map<UUID, N> numbers(String sql, String consumer, Collection<UUID> eventIds, Function<Number, N> type) {
        Map<UUID, N> found = new HashMap<>();
        jdbc.sql(sql)
                .param("consumer", consumer)
                .param("ids", eventIds.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    found.put(row.getObject(1, UUID.class), type.apply(row.getLong(2)));
                });
        return found;
    }

    private static @Nullable String[] texts(List<LedgerRow> rows, Function<LedgerRow, @Nullable String> field) {
        return rows.stream().map(field).toArray(String[]::new);
    }

    private static @Nullable String text(@Nullable Long number) {
        return number == null ? null : number.toString();
    }
}
