package io.orderflow.orderservice.order.usecase;

import io.orderflow.orderservice.order.LineAction;
import io.orderflow.orderservice.order.LineFailure;
import io.orderflow.orderservice.order.LineStatus;
import io.orderflow.orderservice.order.OrderStatus;
import io.orderflow.orderservice.order.Totals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order with its lines.
 *
 * @param capturedAt when it reached us; a rejected order has it too
 */
public record OrderView(
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
        List<Line> lines) {

    /**
     * A line of the order.
     *
     * @param dependsOn lines of the same order, by id, that must be fulfilled first
     * @param attempt how often a provider was asked; 0 before the first time
     * @param failure why a provider gave up the last time, if one ever did
     */
    public record Line(
            String id,
            String quoteLineId,
            String offerId,
            LineAction action,
            int quantity,
            BigDecimal unitPrice,
            @Nullable String description,
            List<String> dependsOn,
            LineStatus status,
            int attempt,
            @Nullable String providerReference,
            @Nullable LineFailure failure) {}
}
