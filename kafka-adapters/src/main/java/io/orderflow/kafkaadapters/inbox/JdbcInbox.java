package io.orderflow.kafkaadapters.inbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
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
                .update();
    }

    private static @Nullable String[] texts(List<LedgerRow> rows, Function<LedgerRow, @Nullable String> field) {
        return rows.stream().map(field).toArray(String[]::new);
    }

    private static @Nullable String text(@Nullable Long number) {
        return number == null ? null : number.toString();
    }
}
