package io.orderflow.orderservice.order.persistence;

import io.orderflow.orderservice.order.OrderKey;
import io.orderflow.orderservice.order.usecase.CaptureReceipt;
import io.orderflow.orderservice.order.usecase.CaptureReceipts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Receipts in PostgreSQL. */
@Repository
class JdbcCaptureReceipts implements CaptureReceipts {

    private final CaptureCommandSql commands;

    JdbcCaptureReceipts(JdbcClient jdbc) {
        this.commands = new CaptureCommandSql(jdbc);
    }

    @Override
    public CaptureReceipt store(CaptureReceipt receipt) {
        return commands.insert(receipt)
                ? receipt
                : commands.find(receipt.order().tenantId(), receipt.idempotencyKey());
    }

    @Override
    public void redirect(CaptureReceipt receipt, OrderKey to) {
        commands.redirect(receipt, to);
    }
}
