package io.orderflow.orderservice.order.persistence;

import io.orderflow.orderservice.order.Order;
import io.orderflow.orderservice.order.OrderKey;
import io.orderflow.orderservice.order.OrderLine;
import io.orderflow.orderservice.order.QuoteKey;
import io.orderflow.orderservice.order.usecase.HistoryRow;
import io.orderflow.orderservice.order.usecase.LineRef;
import io.orderflow.orderservice.order.usecase.Orders;
import io.orderflow.orderservice.order.usecase.Refusal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Orders in PostgreSQL. */
@Repository
class JdbcOrders implements Orders {

    private final OrderSql orders;
    private final OrderLineSql lines;
    private final OrderHistorySql history;
    private final OrderRefusalSql refusals;

    JdbcOrders(JdbcClient jdbc) {
        this.orders = new OrderSql(jdbc);
        this.lines = new OrderLineSql(jdbc);
        this.history = new OrderHistorySql(jdbc);
        this.refusals = new OrderRefusalSql(jdbc);
    }

    @Override
    public Set<OrderKey> insert(Collection<Order> candidates) {
        Set<OrderKey> inserted = orders.insert(candidates);
        List<OrderLineSql.Owned> theirLines = candidates.stream()
                .filter(order -> inserted.contains(order.key()))
                .flatMap(order -> order.lines().stream().map(line -> new OrderLineSql.Owned(order.key(), line)))
                .toList();
        if (!theirLines.isEmpty()) {
            lines.insert(theirLines);
        }
        return inserted;
    }

    @Override
    public Map<QuoteKey, OrderKey> findByQuotes(Collection<QuoteKey> quotes) {
        return orders.findByQuotes(quotes);
    }

    @Override
    public Map<OrderKey, Order> lock(Collection<LineRef> steps) {
        Map<OrderKey, Set<String>> named = new LinkedHashMap<>();
        Set<OrderKey> wanted = new HashSet<>();
        for (LineRef step : steps) {
            if (step.whole()) {
                wanted.add(step.order());
            }
            Set<String> lineIds = named.computeIfAbsent(step.order(), key -> new HashSet<>());
            if (step.lineId() != null) {
                lineIds.add(step.lineId());
            }
        }
        // An order that these steps could complete is loaded whole: its completion names all of its lines.
        return load(named, stored -> {
            int steppedOn = named.getOrDefault(stored.terms().key(), Set.of()).size();
            boolean couldComplete = steppedOn > 0
                    && !stored.progress().status().isTerminal()
                    && stored.progress().settledLines() + steppedOn
                            >= stored.terms().lineCount();
            return couldComplete || wanted.contains(stored.terms().key());
        });
    }

    @Override
    public Optional<Order> lockWhole(OrderKey key) {
        return Optional.ofNullable(
                load(Map.of(key, Set.of()), stored -> stored.terms().lineCount() > 0)
                        .get(key));
    }

    @Override
    public void update(Collection<Order> changed) {
        orders.update(changed);
        List<OrderLineSql.Owned> changedLines = changed.stream()
                .flatMap(order -> order.lines().stream()
                        .filter(OrderLine::isChanged)
                        .map(line -> new OrderLineSql.Owned(order.key(), line)))
                .toList();
        if (!changedLines.isEmpty()) {
            lines.update(changedLines);
        }
    }

    @Override
    public void appendHistory(List<HistoryRow> rows) {
        history.insert(rows);
    }

    @Override
    public void recordRefusal(Refusal refusal) {
        refusals.insert(refusal);
    }

    private Map<OrderKey, Order> load(Map<OrderKey, Set<String>> named, Predicate<OrderSql.Stored> whole) {
        List<OrderSql.Stored> locked = orders.lock(named.keySet());
        Set<String> tenants = new HashSet<>();
        Set<String> lineIds = new HashSet<>();
        Set<String> wholeOrders = new HashSet<>();
        for (OrderSql.Stored stored : locked) {
            OrderKey key = stored.terms().key();
            tenants.add(key.tenantId());
            if (whole.test(stored)) {
                wholeOrders.add(key.orderId());
            } else {
                lineIds.addAll(named.getOrDefault(key, Set.of()));
            }
        }
        Map<OrderKey, Map<String, OrderLine>> loaded =
                lineIds.isEmpty() && wholeOrders.isEmpty() ? Map.of() : lines.load(tenants, lineIds, wholeOrders);
        Map<OrderKey, Order> result = new HashMap<>();
        for (OrderSql.Stored stored : locked) {
            OrderKey key = stored.terms().key();
            result.put(
                    key,
                    Order.stored(
                            stored.terms(),
                            stored.progress(),
                            loaded.getOrDefault(key, Map.of()).values()));
        }
        return result;
    }
}
