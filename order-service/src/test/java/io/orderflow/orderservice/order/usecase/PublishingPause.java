package io.orderflow.orderservice.order.usecase;

import io.orderflow.orderservice.OrderServiceNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Keeps the outbox relays of all nodes waiting for their leases, so that the processors belong to the race and not to
 * thousands of small batches of its events. Nothing is lost: they are published in big batches afterwards. Several pauses may
 * overlap.
 */
final class PublishingPause implements AutoCloseable {

    private final Connection holder;

    PublishingPause(OrderServiceNode node) throws SQLException {
        holder = node.bean(DataSource.class).getConnection();
        holder.setAutoCommit(false);
        try (Statement lock = holder.createStatement()) {
            lock.execute("select from outbox_shard for share");
        }
    }

    /** May be called again. */
    @Override
    public void close() throws SQLException {
        if (!holder.isClosed()) {
            holder.rollback();
            holder.setAutoCommit(true);
            holder.close();
        }
    }
}
