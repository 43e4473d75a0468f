package io.orderflow.orderservice.order.usecase;

import io.orderflow.orderservice.order.OrderKey;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orders as the API shows them. Reads only, and without locks. */
public interface OrderViews {

    Optional<OrderView> find(OrderKey key);

    /** Newest first. */
    OrderPage list(String tenantId, OrderFilter filter);

    OrderStatistics statistics(String tenantId, @Nullable Instant capturedSince);

    Optional<OrderHistory> history(OrderKey key);
}
