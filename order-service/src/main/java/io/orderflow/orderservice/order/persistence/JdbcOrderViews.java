package io.orderflow.orderservice.order.persistence;

import io.orderflow.orderservice.order.OrderKey;
import io.orderflow.orderservice.order.usecase.OrderFilter;
import io.orderflow.orderservice.order.usecase.OrderHistory;
import io.orderflow.orderservice.order.usecase.OrderPage;
import io.orderflow.orderservice.order.usecase.OrderStatistics;
import io.orderflow.orderservice.order.usecase.OrderView;
import io.orderflow.orderservice.order.usecase.OrderViews;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads from one snapshot, so that an order and its lines always fit together. */
@Repository
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class JdbcOrderViews implements OrderViews {

    private final OrderViewSql views;
    private final OrderStatisticsSql statistics;
    private final OrderHistorySql history;
    private final OrderRefusalSql refusals;

    JdbcOrderViews(JdbcClient jdbc) {
        this.views = new OrderViewSql(jdbc);
        this.statistics = new OrderStatisticsSql(jdbc);
        this.history = new OrderHistorySql(jdbc);
        this.refusals = new OrderRefusalSql(jdbc);
    }

    @Override
    public Optional<OrderView> find(OrderKey key) {
        return views.find(key).map(order -> order.with(views.lines(key)));
    }

    @Override
    public OrderPage list(String tenantId, OrderFilter filter) {
        return new OrderPage(views.list(tenantId, filter), filter.page(), filter.size(), views.count(tenantId, filter));
    }

    @Override
    public OrderStatistics statistics(String tenantId, @Nullable Instant capturedSince) {
        return statistics.read(tenantId, capturedSince);
    }

    @Override
    public Optional<OrderHistory> history(OrderKey key) {
        return views.find(key).map(order -> new OrderHistory(history.read(key), refusals.read(key)));
    }
}
