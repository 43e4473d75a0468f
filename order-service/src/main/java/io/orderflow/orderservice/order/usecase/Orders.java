package io.orderflow.orderservice.order.usecase;

import io.orderflow.orderservice.order.Order;
import io.orderflow.orderservice.order.OrderKey;
import io.orderflow.orderservice.order.QuoteKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where orders are kept. Every method costs the same few statements for one order and for a batch of hundreds. */
public interface Orders {

    /**
     * Inserts new orders with their lines, unless an order for the same quote is there already.
     *
     * @return the orders that were inserted; for every other one somebody else's order for that quote is committed now
     */
    Set<OrderKey> insert(Collection<Order> orders);

    Map<QuoteKey, OrderKey> findByQuotes(Collection<QuoteKey> quotes);

    /**
     * Locks the orders until the end of the transaction, in the order of their keys so that two batches never wait for each
     * other, and loads of each what the named steps can touch: see {@link Order}. Unknown orders are absent.
     */
    Map<OrderKey, Order> lock(Collection<LineRef> steps);

    /** Locks one order and loads it with all its lines. */
    Optional<Order> lockWhole(OrderKey key);

    /** Writes what changed. The caller holds the locks. */
    void update(Collection<Order> orders);

    void appendHistory(List<HistoryRow> rows);

    void recordRefusal(Refusal refusal);
}
