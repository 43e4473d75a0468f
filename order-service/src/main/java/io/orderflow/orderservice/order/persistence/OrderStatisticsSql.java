package io.orderflow.orderservice.order.persistence;

import io.orderflow.orderservice.order.OrderStatus;
import io.orderflow.orderservice.order.usecase.OrderStatistics;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Statements that count orders. */
final class OrderStatisticsSql {

    private static final String COUNT =
            """
            select status, count(*) as orders, sum(line_count) as lines, sum(completed_lines) as completed_lines,
                   sum(waived_lines) as waived_lines
              from orders
             where tenant_id = :tenant and (:since::timestamptz is null or captured_at >= :since::timestamptz)
             group by status
            """;

    private static final String CAPTURE_TO_COMPLETE =
            """
            select count(*) as orders,
                   percentile_disc(0.5) within group (order by millis) as p50,
                   percentile_disc(0.99) within group (order by millis) as p99
              from (select round(extract(epoch from ended_at - captured_at) * 1000)::bigint as millis
                      from orders
                     where tenant_id = :tenant and status = 'COMPLETED'
                       and (:since::timestamptz is null or captured_at >= :since::timestamptz)) completed
            """;

    private final JdbcClient jdbc;

    OrderStatisticsSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    OrderStatistics read(String tenantId, @Nullable Instant capturedSince) {
        String since = capturedSince == null ? null : capturedSince.toString();
        Map<OrderStatus, Long> byStatus = new EnumMap<>(OrderStatus.class);
        for (OrderStatus status : OrderStatus.values()) {
            byStatus.put(status, 0L);
        }
        long[] lines = new long[3];
        jdbc.sql(COUNT).param("tenant", tenantId).param("since", since).query(row -> {
            byStatus.put(OrderStatus.valueOf(row.getString("status")), row.getLong("orders"));
            lines[0] += row.getLong("lines");
            lines[1] += row.getLong("completed_lines");
            lines[2] += row.getLong("waived_lines");
        });
        return new OrderStatistics(
                byStatus.values().stream().mapToLong(Long::longValue).sum(),
                byStatus,
                new OrderStatistics.Lines(lines[0], lines[1], lines[2]),
                captureToComplete(tenantId, since));
    }

    private OrderStatistics.CaptureToComplete captureToComplete(String tenantId, @Nullable String since) {
        return jdbc.sql(CAPTURE_TO_COMPLETE)
                .param("tenant", tenantId)
                .param("since", since)
                .query((row, i) -> new OrderStatistics.CaptureToComplete(
                        row.getLong("orders"), row.getObject("p50", Long.class), row.getObject("p99", Long.class)))
                .single();
    }
}
