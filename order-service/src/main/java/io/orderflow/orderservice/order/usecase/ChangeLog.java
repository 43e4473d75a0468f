package io.orderflow.orderservice.order.usecase;

import io.orderflow.orderservice.order.Order;
import io.orderflow.orderservice.order.OrderKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Collects what a transaction changes, so that it can be published and stored in one go. */
final class ChangeLog {

    private final List<Change> changes = new ArrayList<>();
    private final Map<OrderKey, Order> changed = new LinkedHashMap<>();

    /** Takes over the steps that the order has made since it was asked last. */
    void take(Order order, Cause cause) {
        order.takeTransitions().forEach(transition -> {
            changes.add(new Change(order.key(), transition, cause));
            changed.put(order.key(), order);
        });
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    Collection<Order> changedOrders() {
        return changed.values();
    }

    /** Publishes every change and writes its history. The orders themselves are locked or written before. */
    void publish(OrderFacts facts, Orders orders) {
        if (changes.isEmpty()) {
            return;
        }
        List<UUID> eventIds = facts.publish(changes);
        List<HistoryRow> rows = new ArrayList<>(changes.size());
        for (int i = 0; i < eventIds.size(); i++) {
            rows.add(new HistoryRow(changes.get(i), eventIds.get(i)));
        }
        orders.appendHistory(rows);
    }
}
