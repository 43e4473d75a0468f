package io.orderflow.orderservice.projection.web;

import io.orderflow.orderservice.projection.LineCounts;
import io.orderflow.orderservice.projection.ProjectedOrder;
import io.orderflow.orderservice.projection.ProjectedOrder.Terms;
import io.orderflow.orderservice.projection.SummaryStatus;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param version the last version of the order that the summary knows of
 * @param capturedAt absent for an order that was rejected instead, as are its amounts
 */
record SummaryView(
        String orderId,
        String tenantId,
        String quoteId,
        String customerId,
        SummaryStatus status,
        long version,
        int lineCount,
        LineCounts lines,
        @Nullable String currency,
        @Nullable Totals totals,
        @Nullable Instant capturedAt,
        Instant lastEventAt) {

    record Totals(BigDecimal oneTimeTotal, BigDecimal recurringTotal) {}

    static SummaryView of(ProjectedOrder order) {
        Terms terms = order.terms();
        return new SummaryView(
                order.key().orderId(),
                order.key().tenantId(),
                order.quoteId(),
                order.customerId(),
                order.status(),
                order.version(),
                order.lines().total(),
                order.lines(),
                terms == null ? null : terms.currency(),
                terms == null ? null : new Totals(terms.oneTimeTotal(), terms.recurringTotal()),
                terms == null ? null : terms.capturedAt(),
                order.lastEventAt());
    }
}
