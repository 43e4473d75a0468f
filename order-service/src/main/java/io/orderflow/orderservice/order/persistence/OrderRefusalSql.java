package io.orderflow.orderservice.order.persistence;

import io.orderflow.orderservice.order.OrderKey;
import io.orderflow.orderservice.order.usecase.OrderHistory;
import io.orderflow.orderservice.order.usecase.Refusal;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Statements on the table order_refusals. */
final class OrderRefusalSql {

    private static final String INSERT =
            """
            insert into order_refusals (tenant_id, order_id, at, actor, reason, code, detail)
            values (:tenant, :order, :at, :actor, :reason, :code, :detail)
            """;

    private static final String READ =
            """
            select at, actor, reason, code, detail
              from order_refusals
             where tenant_id = :tenant and order_id = :order
             order by id
            """;

    private final JdbcClient jdbc;

    OrderRefusalSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Refusal refusal) {
        jdbc.sql(INSERT)
                .param("tenant", refusal.order().tenantId())
                .param("order", refusal.order().orderId())
                .param("at", refusal.at().atOffset(ZoneOffset.UTC))
                .param("actor", refusal.actor())
                .param("reason", refusal.reason())
                .param("code", refusal.code())
                .param("detail", refusal.detail())
                .update();
    }

    List<OrderHistory.RefusedCancellation> read(OrderKey order) {
        return jdbc.sql(READ)
                .param("tenant", order.tenantId())
                .param("order", order.orderId())
                .query((row, i) -> new OrderHistory.RefusedCancellation(
                        Rows.instant(row, "at"),
                        row.getString("actor"),
                        row.getString("reason"),
                        row.getString("code"),
                        row.getString("detail")))
                .list();
    }
}
