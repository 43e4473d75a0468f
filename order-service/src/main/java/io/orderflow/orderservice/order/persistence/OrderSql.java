package io.orderflow.orderservice.order.persistence;

import io.orderflow.orderservice.order.Order;
import io.orderflow.orderservice.order.OrderKey;
import io.orderflow.orderservice.order.OrderProgress;
import io.orderflow.orderservice.order.OrderStatus;
import io.orderflow.orderservice.order.OrderTerms;
import io.orderflow.orderservice.order.QuoteKey;
import io.orderflow.orderservice.order.Totals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Statements on the table orders. */
final class OrderSql {

    /** Sorted, so that two batches with the same quotes wait for each other in one direction only. */
    private static final String INSERT =
            """
            insert into orders (tenant_id, id, quote_id, customer_id, currency, one_time_total, recurring_total,
                                commercial_snapshot_hash, correlation_id, status, version, line_count, completed_lines,
                                waived_lines, captured_at, ended_at)
            select *
              from unnest(:tenants::text[], :ids::text[], :quotes::text[], :customers::text[], :currencies::text[],
                          :oneTimeTotals::numeric[], :recurringTotals::numeric[], :hashes::text[], :correlations::text[],
                          :statuses::text[], :versions::bigint[], :lineCounts::integer[], :completedLines::integer[],
                          :waivedLines::integer[], :capturedAt::timestamptz[], :endedAt::timestamptz[])
                   as new (tenant_id, id, quote_id, customer_id, currency, one_time_total, recurring_total,
                           commercial_snapshot_hash, correlation_id, status, version, line_count, completed_lines,
                           waived_lines, captured_at, ended_at)
             order by new.tenant_id, new.quote_id
                on conflict (tenant_id, quote_id) do nothing
            returning tenant_id, id
            """;

    private static final String FIND_BY_QUOTES =
            """
            select tenant_id, quote_id, id
              from orders
             where tenant_id = any (:tenants::text[]) and quote_id = any (:quotes::text[])
            """;

    private static final String LOCK =
            """
            select tenant_id, id, quote_id, customer_id, currency, one_time_total, recurring_total,
                   commercial_snapshot_hash, correlation_id, captured_at, line_count,
                   status, version, completed_lines, waived_lines, process_instance_id, ended_at
              from orders
             where tenant_id = any (:tenants::text[]) and id = any (:ids::text[])
             order by tenant_id, id
               for update
            """;

    /** The arrays once more in the where clause keep the planner on the primary key, however fast the table grows. */
    private static final String UPDATE =
            """
            update orders o
               set status = new.status, version = new.version, completed_lines = new.completed_lines,
                   waived_lines = new.waived_lines, process_instance_id = new.process_instance_id, ended_at = new.ended_at
              from unnest(:tenants::text[], :ids::text[], :loadedVersions::bigint[], :statuses::text[],
                          :versions::bigint[], :completedLines::integer[], :waivedLines::integer[], :processes::text[],
                          :endedAt::timestamptz[])
                   as new (tenant_id, id, loaded_version, status, version, completed_lines, waived_lines,
                           process_instance_id, ended_at)
             where o.tenant_id = any (:tenants::text[]) and o.id = any (:ids::text[])
               and o.tenant_id = new.tenant_id and o.id = new.id and o.version = new.loaded_version
            """;

    private final JdbcClient jdbc;

    OrderSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<OrderKey> insert(Collection<Order> orders) {
        return new HashSet<>(jdbc.sql(INSERT)
                .param("tenants", Columns.of(orders, order -> order.key().tenantId()))
                .param("ids", Columns.of(orders, order -> order.key().orderId()))
                .param("quotes", Columns.of(orders, order -> order.terms().quoteId()))
                .param("customers", Columns.of(orders, order -> order.terms().customerId()))
                .param("currencies", Columns.of(orders, order -> order.terms().currency()))
                .param(
                        "oneTimeTotals",
                        Columns.of(orders, order -> order.terms().totals().oneTimeTotal()))
                .param(
                        "recurringTotals",
                        Columns.of(orders, order -> order.terms().totals().recurringTotal()))
                .param("hashes", Columns.of(orders, order -> order.terms().commercialSnapshotHash()))
                .param("correlations", Columns.of(orders, order -> order.terms().correlationId()))
                .param("statuses", Columns.of(orders, order -> order.progress().status()))
                .param("versions", Columns.of(orders, order -> order.progress().version()))
                .param("lineCounts", Columns.of(orders, order -> order.terms().lineCount()))
                .param("completedLines", Columns.of(orders, order -> order.progress()
                        .completedLines()))
                .param("waivedLines", Columns.of(orders, order -> order.progress()
                        .waivedLines()))
                .param("capturedAt", Columns.of(orders, order -> order.terms().capturedAt()))
                .param("endedAt", Columns.of(orders, order -> order.progress().endedAt()))
                .query((row, i) -> key(row))
                .list());
    }

    Map<QuoteKey, OrderKey> findByQuotes(Collection<QuoteKey> quotes) {
        Map<QuoteKey, OrderKey> found = new HashMap<>();
        jdbc.sql(FIND_BY_QUOTES)
                .param(
                        "tenants",
                        Columns.of(
                                tenants(quotes.stream().map(QuoteKey::tenantId).toList()), t -> t))
                .param("quotes", Columns.of(quotes, QuoteKey::quoteId))
                .query((row, i) ->
                        found.put(new QuoteKey(row.getString("tenant_id"), row.getString("quote_id")), key(row)))
                .list();
        found.keySet().retainAll(Set.copyOf(quotes));
        return found;
    }

    /** Locks in the order of the keys. Ids are not tied to their tenants in the statement, so that is done here. */
    List<Stored> lock(Set<OrderKey> keys) {
        return jdbc
                .sql(LOCK)
                .param(
                        "tenants",
                        Columns.of(tenants(keys.stream().map(OrderKey::tenantId).toList()), t -> t))
                .param("ids", Columns.of(keys, OrderKey::orderId))
                .query((row, i) -> new Stored(terms(row), progress(row)))
                .list()
                .stream()
                .filter(stored -> keys.contains(stored.terms().key()))
                .toList();
    }

    void update(Collection<Order> orders) {
        int updated = jdbc.sql(UPDATE)
                .param("tenants", Columns.of(orders, order -> order.key().tenantId()))
                .param("ids", Columns.of(orders, order -> order.key().orderId()))
                .param("loadedVersions", Columns.of(orders, Order::loadedVersion))
                .param("statuses", Columns.of(orders, order -> order.progress().status()))
                .param("versions", Columns.of(orders, order -> order.progress().version()))
                .param("completedLines", Columns.of(orders, order -> order.progress()
                        .completedLines()))
                .param("waivedLines", Columns.of(orders, order -> order.progress()
                        .waivedLines()))
                .param("processes", Columns.of(orders, order -> order.progress().processInstanceId()))
                .param("endedAt", Columns.of(orders, order -> order.progress().endedAt()))
                .update();
        if (updated != orders.size()) {
            throw new IllegalStateException(
                    "%d of %d orders changed behind their lock".formatted(orders.size() - updated, orders.size()));
        }
    }

    private static Set<String> tenants(Collection<String> perRow) {
        return Set.copyOf(perRow);
    }

    private static OrderKey key(ResultSet row) throws SQLException {
        return new OrderKey(row.getString("tenant_id"), row.getString("id"));
    }

    private static OrderTerms terms(ResultSet row) throws SQLException {
        return new OrderTerms(
                key(row),
                row.getString("quote_id"),
                row.getString("customer_id"),
                row.getString("currency"),
                new Totals(row.getBigDecimal("one_time_total"), row.getBigDecimal("recurring_total")),
                row.getString("commercial_snapshot_hash"),
                row.getString("correlation_id"),
                Rows.instant(row, "captured_at"),
                row.getInt("line_count"));
    }

    private static OrderProgress progress(ResultSet row) throws SQLException {
        return new OrderProgress(
                OrderStatus.valueOf(row.getString("status")),
                row.getLong("version"),
                row.getInt("completed_lines"),
                row.getInt("waived_lines"),
                row.getString("process_instance_id"),
                Rows.instantOrNull(row, "ended_at"));
    }

    /** An order without its lines. */
    record Stored(OrderTerms terms, OrderProgress progress) {}
}
