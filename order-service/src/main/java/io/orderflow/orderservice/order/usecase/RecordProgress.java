package io.orderflow.orderservice.order.usecase;

import io.orderflow.orderservice.order.Order;
import io.orderflow.orderservice.order.OrderKey;
import io.orderflow.orderservice.order.ProgressResult;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves orders by what processes and providers report about them, a whole batch in one go. */
@Component
public class RecordProgress {

    private final Orders orders;
    private final OrderFacts facts;
    private final Clock clock;

    RecordProgress(Orders orders, OrderFacts facts, Clock clock) {
        this.orders = orders;
        this.facts = facts;
        this.clock = clock;
    }

    /** Applies the reports in the order given; results at the same index. */
    @Transactional
    public List<ProgressResult> record(List<? extends ReportedProgress> reports) {
        if (reports.isEmpty()) {
            return List.of();
        }
        Map<OrderKey, Order> locked =
                orders.lock(reports.stream().map(ReportedProgress::touches).toList());
        Instant now = Times.now(clock);
        ChangeLog log = new ChangeLog();
        List<ProgressResult> results = new ArrayList<>(reports.size());
        for (ReportedProgress report : reports) {
            OrderKey key = report.touches().order();
            Order order = locked.get(key);
            if (order == null) {
                results.add(new ProgressResult.Unknown("there is no order " + key.orderId()));
                continue;
            }
            results.add(report.applyTo(order, now));
            log.take(order, report.cause());
        }
        if (!log.isEmpty()) {
            orders.update(log.changedOrders());
            log.publish(facts, orders);
        }
        return results;
    }
}
