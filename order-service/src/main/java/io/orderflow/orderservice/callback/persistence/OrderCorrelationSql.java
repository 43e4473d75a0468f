package io.orderflow.orderservice.callback.persistence;

import io.orderflow.orderservice.order.OrderKey;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads from the table orders, without locks. */
final class OrderCorrelationSql {

    private static final String FIND =
            """
            select correlation_id from orders where tenant_id = :tenant and id = :id
            """;

    private final JdbcClient jdbc;

    OrderCorrelationSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> find(OrderKey order) {
        return jdbc.sql(FIND)
                .param("tenant", order.tenantId())
                .param("id", order.orderId())
                .query(String.class)
                .optional();
    }
}
