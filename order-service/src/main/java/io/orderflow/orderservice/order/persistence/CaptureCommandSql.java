package io.orderflow.orderservice.order.persistence;

import io.orderflow.orderservice.order.OrderKey;
import io.orderflow.orderservice.order.usecase.CaptureReceipt;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Statements on the table capture_commands. */
final class CaptureCommandSql {

    private static final String INSERT =
            """
            insert into capture_commands (tenant_id, idempotency_key, body_hash, order_id, received_at)
            values (:tenant, :key, :hash, :order, :at)
                on conflict (tenant_id, idempotency_key) do nothing
            """;

    private static final String FIND =
            """
            select tenant_id, idempotency_key, body_hash, order_id, received_at
              from capture_commands
             where tenant_id = :tenant and idempotency_key = :key
            """;

    private static final String REDIRECT =
            """
            update capture_commands set order_id = :order where tenant_id = :tenant and idempotency_key = :key
            """;

    private final JdbcClient jdbc;

    CaptureCommandSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean insert(CaptureReceipt receipt) {
        return jdbc.sql(INSERT)
                        .param("tenant", receipt.order().tenantId())
                        .param("key", receipt.idempotencyKey())
                        .param("hash", receipt.bodyHash())
                        .param("order", receipt.order().orderId())
                        .param("at", receipt.receivedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    CaptureReceipt find(String tenantId, String key) {
        return jdbc.sql(FIND)
                .param("tenant", tenantId)
                .param("key", key)
                .query((row, i) -> new CaptureReceipt(
                        new OrderKey(row.getString("tenant_id"), row.getString("order_id")),
                        row.getString("idempotency_key"),
                        row.getString("body_hash"),
                        Rows.instant(row, "received_at")))
                .single();
    }

    void redirect(CaptureReceipt receipt, OrderKey to) {
        jdbc.sql(REDIRECT)
                .param("order", to.orderId())
                .param("tenant", receipt.order().tenantId())
                .param("key", receipt.idempotencyKey())
                .update();
    }
}
