package io.orderflow.orderservice.order.persistence;

import io.orderflow.orderservice.order.LineAction;
import io.orderflow.orderservice.order.LineStatus;
import io.orderflow.orderservice.order.Money;
import io.orderflow.orderservice.order.OrderKey;
import io.orderflow.orderservice.order.OrderStatus;
import io.orderflow.orderservice.order.Totals;
import io.orderflow.orderservice.order.usecase.OrderFilter;
import io.orderflow.orderservice.order.usecase.OrderView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Statements that read orders for the API. */
final class OrderViewSql {

    private static final String FIND =
            """
            select tenant_id, id, quote_id, customer_id, status, version, currency, one_time_total, recurring_total,
                   captured_at, ended_at
              from orders
             where tenant_id = :tenant and id = :id
            """;

    private static final String LIST =
            """
            select tenant_id, id, quote_id, customer_id, status, version, currency, one_time_total, recurring_total,
                   captured_at, ended_at
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
            select order_id, id, quote_line_id, offer_id, action, quantity, unit_price, description, depends_on, status,
                   attempt, provider_reference
              from order_lines
             where tenant_id = :tenant and order_id = any (:orders::text[])
             order by order_id, number
            """;

    private final JdbcClient jdbc;

    OrderViewSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<OrderView> find(OrderKey key) {
        return jdbc.sql(FIND)
                .param("tenant", key.tenantId())
                .param("id", key.orderId())
                .query((row, i) -> order(row))
                .optional();
    }

    List<OrderView> list(String tenantId, OrderFilter filter) {
        return filtered(LIST, tenantId, filter)
                .param("limit", filter.size())
                .param("offset", (long) filter.page() * filter.size())
                .query((row, i) -> order(row))
                .list();
    }

    long count(String tenantId, OrderFilter filter) {
        return filtered(COUNT, tenantId, filter).query(Long.class).single();
    }

    /** The same orders with their lines. */
    List<OrderView> withLines(String tenantId, List<OrderView> orders) {
        if (orders.isEmpty()) {
            return orders;
        }
        Map<String, List<OrderView.Line>> lines = lines(tenantId, orders);
        return orders.stream()
                .map(order -> withLines(order, lines.getOrDefault(order.id(), List.of())))
                .toList();
    }

    private Map<String, List<OrderView.Line>> lines(String tenantId, Collection<OrderView> orders) {
        Map<String, List<OrderView.Line>> lines = new HashMap<>();
        jdbc.sql(LINES)
                .param("tenant", tenantId)
                .param("orders", Columns.of(orders, OrderView::id))
                .query(row -> {
                    String orderId = row.getString("order_id");
                    lines.computeIfAbsent(orderId, id -> new ArrayList<>()).add(line(orderId, row));
                });
        return lines;
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

    private static OrderView order(ResultSet row) throws SQLException {
        OrderStatus status = OrderStatus.valueOf(row.getString("status"));
        Instant endedAt = Rows.instantOrNull(row, "ended_at");
        return new OrderView(
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
                List.of());
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
                row.getString("provider_reference"));
    }

    private static OrderView withLines(OrderView order, List<OrderView.Line> lines) {
        return new OrderView(
                order.id(),
                order.tenantId(),
                order.quoteId(),
                order.customerId(),
                order.status(),
                order.version(),
                order.currency(),
                order.totals(),
                order.capturedAt(),
                order.completedAt(),
                order.cancelledAt(),
                order.rejectedAt(),
                lines);
    }
}
