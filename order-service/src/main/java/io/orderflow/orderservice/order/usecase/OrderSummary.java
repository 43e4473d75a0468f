package io.orderflow.orderservice.order.usecase;

import io.orderflow.orderservice.order.OrderStatus;
import io.orderflow.orderservice.order.Totals;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order without its lines: a list of hundreds has to stay small, however big the orders are.
 *
 * @param capturedAt when it reached us; a rejected order has it too
 */
public record OrderSummary(
        String id,
        String tenantId,
        String quoteId,
        String customerId,
        OrderStatus status,
        long version,
        String currency,
        Totals totals,
        Instant capturedAt,
        @Nullable Instant completedAt,
        @Nullable Instant cancelledAt,
        @Nullable Instant rejectedAt,
        int lineCount,
        int completedLines,
        int waivedLines) {

    /** The same order with its lines. */
    public OrderView with(List<OrderView.Line> lines) {
        return new OrderView(
                id,
                tenantId,
                quoteId,
                customerId,
                status,
                version,
                currency,
                totals,
                capturedAt,
                completedAt,
                cancelledAt,
                rejectedAt,
                lines);
    }
}
