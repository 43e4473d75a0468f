package io.orderflow.orderservice.order.persistence;

import io.orderflow.orderservice.order.LineAction;
import io.orderflow.orderservice.order.LineStatus;
import io.orderflow.orderservice.order.Money;
import io.orderflow.orderservice.order.OrderKey;
import io.orderflow.orderservice.order.OrderStatus;
import io.orderflow.orderservice.order.Totals;
import io.orderflow.orderservice.order.usecase.OrderFilter;
import io.orderflow.orderservice.order.usecase.OrderSummary;
import io.orderflow.orderservice.order.usecase.OrderView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Statements that read orders for the API. */
final class OrderViewSql {

    private static final String FIND =
            """
            select tenant_id, id, quote_id, customer_id, status, version, currency, one_time_total, recurring_total,
                   captured_at, ended_at, line_count, completed_lines, waived_lines
              from orders
             where tenant_id = :tenant and id = :id
            """;

    private static final String LIST =
            """
            select tenant_id, id, quote_id, customer_id, status, version, currency, one_time_total, recurring_total,
                   captured_at, ended_at, line_count, completed_lines, waived_lines
              from orders
             where tenant_id = :tenant
               and (:status::text is null or status = :status::text)
               and (:customer::text is null or customer_id = :customer::text)
               and (:quote::text is null or quote_id = :quote::text)
               and (:since::timestamptz is null or captured_at >= :since::timestamptz)
             order by captured_at desc, id desc
             limit :limit offset :offset
            """;

    private static final String COUNT =
            """
            select count(*)
              from orders
             where tenant_id = :tenant
               and (:status::text is null or status = :status::text)
               and (:customer::text is null or customer_id = :customer::text)
               and (:quote::text is null or quote_id = :quote::text)
               and (:since::timestamptz is null or captured_at >= :since::timestamptz)
            """;

    private static final String LINES =
            """
            select id, quote_line_id, offer_id, action, quantity, unit_price, description, depends_on, status,
                   attempt, provider_reference, failure_code, failure_reason, failure_retryable, failed_at
              from order_lines
             where tenant_id = :tenant and order_id = :order
             order by number
            """;

    private final JdbcClient jdbc;

    OrderViewSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<OrderSummary> find(OrderKey key) {
        return jdbc.sql(FIND)
                .param("tenant", key.tenantId())
                .param("id", key.orderId())
                .query((row, i) -> order(row))
                .optional();
    }

    List<OrderSummary> list(String tenantId, OrderFilter filter) {
        return filtered(LIST, tenantId, filter)
                .param("limit", filter.size())
                .param("offset", (long) filter.page() * filter.size())
                .query((row, i) -> order(row))
                .list();
    }

    long count(String tenantId, OrderFilter filter) {
        return filtered(COUNT, tenantId, filter).query(Long.class).single();
    }

    List<OrderView.Line> lines(OrderKey key) {
        return jdbc.sql(LINES)
                .param("tenant", key.tenantId())
                .param("order", key.orderId())
                .query((row, i) -> line(key.orderId(), row))
                .list();
    }

    private StatementSpec filtered(String sql, String tenantId, OrderFilter filter) {
        return jdbc.sql(sql)
                .param("tenant", tenantId)
                .param("status", text(filter.status()))
                .param("customer", filter.customerId())
                .param("quote", filter.quoteId())
                .param("since", text(filter.capturedSince()));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static OrderSummary order(ResultSet row) throws SQLException {
        OrderStatus status = OrderStatus.valueOf(row.getString("status"));
        Instant endedAt = Rows.instantOrNull(row, "ended_at");
        return new OrderSummary(
                row.getString("id"),
                row.getString("tenant_id"),
                row.getString("quote_id"),
                row.getString("customer_id"),
                status,
                row.getLong("version"),
                row.getString("currency"),
                new Totals(row.getBigDecimal("one_time_total"), row.getBigDecimal("recurring_total")),
                Rows.instant(row, "captured_at"),
                status == OrderStatus.COMPLETED ? endedAt : null,
                status == OrderStatus.CANCELLED ? endedAt : null,
                status == OrderStatus.REJECTED ? endedAt : null,
                row.getInt("line_count"),
                row.getInt("completed_lines"),
                row.getInt("waived_lines"));
    }

    private static OrderView.Line line(String orderId, ResultSet row) throws SQLException {
        return new OrderView.Line(
                row.getString("id"),
                row.getString("quote_line_id"),
                row.getString("offer_id"),
                LineAction.valueOf(row.getString("action")),
                row.getInt("quantity"),
                Money.normalized(row.getBigDecimal("unit_price")),
                row.getString("description"),
                Rows.integers(row, "depends_on").stream()
                        .map(number -> orderId + "-" + number)
                        .toList(),
                LineStatus.valueOf(row.getString("status")),
                row.getInt("attempt"),
                row.getString("provider_reference"),
                Rows.failure(row));
    }
}
