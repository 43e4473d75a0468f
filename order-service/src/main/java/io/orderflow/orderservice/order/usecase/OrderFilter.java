package io.orderflow.orderservice.order.usecase;

import io.orderflow.orderservice.order.OrderStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which orders to list; null does not filter. */
public record OrderFilter(
        @Nullable OrderStatus status,
        @Nullable String customerId,
        @Nullable String quoteId,
        @Nullable Instant capturedSince,
        int page,
        int size) {

    public static final int DEFAULT_SIZE = 50;
    public static final int MAX_SIZE = 500;
}
