package io.orderflow.orderservice.callback;

import io.orderflow.orderservice.order.OrderKey;
import java.util.Optional;

/** Which business request an order belongs to. */
@FunctionalInterface
public interface OrderCorrelations {

    /** The correlation id that all facts about the order carry; it never changes. Empty if there is no such order. */
    Optional<String> find(OrderKey order);
}
