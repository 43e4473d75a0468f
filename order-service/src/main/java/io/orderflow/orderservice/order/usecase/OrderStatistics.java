package io.orderflow.orderservice.order.usecase;

import io.orderflow.orderservice.order.OrderStatus;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Orders counted.
 *
 * @param byStatus every status, also those without orders
 */
public record OrderStatistics(
        long total, Map<OrderStatus, Long> byStatus, Lines lines, CaptureToComplete captureToCompleteMillis) {

    public record Lines(long total, long completed, long waived) {}

    /** How long completed orders took; no percentiles without one. */
    public record CaptureToComplete(long count, @Nullable Long p50, @Nullable Long p99) {}
}
