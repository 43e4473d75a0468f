package io.orderflow.orderservice.callback.persistence;

import io.orderflow.orderservice.callback.OrderCorrelations;
import io.orderflow.orderservice.order.OrderKey;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the one column of an order that never changes. */
@Repository
class JdbcOrderCorrelations implements OrderCorrelations {

    private final OrderCorrelationSql correlations;

    JdbcOrderCorrelations(JdbcClient jdbc) {
        this.correlations = new OrderCorrelationSql(jdbc);
    }

    @Override
    public Optional<String> find(OrderKey order) {
        return correlations.find(order);
    }
}
