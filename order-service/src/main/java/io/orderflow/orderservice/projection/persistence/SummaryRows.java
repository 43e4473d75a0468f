package io.orderflow.orderservice.projection.persistence;

import io.orderflow.orderservice.projection.LineCounts;
import io.orderflow.orderservice.projection.ProjectedOrder;
import io.orderflow.orderservice.projection.ProjectedOrder.Terms;
import io.orderflow.orderservice.projection.SummaryKey;
import io.orderflow.orderservice.projection.SummaryStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of one table or view, by key, in arrays. */
final class SummaryRows {

    private final JdbcClient jdbc;
    private final String table;

    SummaryRows(JdbcClient jdbc, String table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    Map<SummaryKey, ProjectedOrder> load(Collection<SummaryKey> keys) {
        Map<SummaryKey, ProjectedOrder> rows = new HashMap<>();
        if (!keys.isEmpty()) {
            jdbc.sql(SummaryRowsSql.LOAD.formatted(table))
                    .param("tenants", Columns.of(keys, SummaryKey::tenantId))
                    .param("orders", Columns.of(keys, SummaryKey::orderId))
                    .query((row, i) -> read(row))
                    .list()
                    .forEach(row -> rows.put(row.key(), row));
        }
        return rows;
    }

    void save(Collection<ProjectedOrder> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql(SummaryRowsSql.SAVE.formatted(table))
                .param("tenants", Columns.of(rows, row -> row.key().tenantId()))
                .param("orders", Columns.of(rows, row -> row.key().orderId()))
                .param("quotes", Columns.of(rows, ProjectedOrder::quoteId))
                .param("customers", Columns.of(rows, ProjectedOrder::customerId))
                .param("statuses", Columns.of(rows, ProjectedOrder::status))
                .param("versions", Columns.of(rows, ProjectedOrder::version))
                .param("lines", Columns.of(rows, row -> row.lines().total()))
                .param("pending", Columns.of(rows, row -> row.lines().pending()))
                .param("released", Columns.of(rows, row -> row.lines().released()))
                .param("requested", Columns.of(rows, row -> row.lines().requested()))
                .param("completed", Columns.of(rows, row -> row.lines().completed()))
                .param("failed", Columns.of(rows, row -> row.lines().failed()))
                .param("waived", Columns.of(rows, row -> row.lines().waived()))
                .param("cancelled", Columns.of(rows, row -> row.lines().cancelled()))
                .param("currencies", terms(rows, Terms::currency))
                .param("oneTimeTotals", terms(rows, terms -> terms.oneTimeTotal()
                        .toPlainString()))
                .param("recurringTotals", terms(rows, terms -> terms.recurringTotal()
                        .toPlainString()))
                .param("capturedAt", terms(rows, Terms::capturedAt))
                .param("lastEventAt", Columns.of(rows, ProjectedOrder::lastEventAt))
                .update();
    }

    private static @Nullable String[] terms(Collection<ProjectedOrder> rows, Function<Terms, Object> field) {
        return Columns.of(rows, row -> row.terms() == null ? null : field.apply(row.terms()));
    }

    static ProjectedOrder read(ResultSet row) throws SQLException {
        Instant capturedAt = instant(row, "captured_at");
        return new ProjectedOrder(
                new SummaryKey(row.getString("tenant_id"), row.getString("order_id")),
                row.getString("quote_id"),
                row.getString("customer_id"),
                SummaryStatus.valueOf(row.getString("status")),
                new LineCounts(
                        row.getInt("pending_lines"),
                        row.getInt("released_lines"),
                        row.getInt("requested_lines"),
                        row.getInt("completed_lines"),
                        row.getInt("failed_lines"),
                        row.getInt("waived_lines"),
                        row.getInt("cancelled_lines")),
                capturedAt == null
                        ? null
                        : new Terms(
                                row.getString("currency"),
                                row.getBigDecimal("one_time_total"),
                                row.getBigDecimal("recurring_total"),
                                capturedAt),
                row.getLong("version"),
                row.getObject("last_event_at", OffsetDateTime.class).toInstant());
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
