package io.orderflow.orderservice.projection;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the read model. Every field comes from events, so that the same events always make the same row.
 *
 * @param version the last aggregate version that it knows of
 * @param terms null for an order that was rejected instead of captured
 * @param lastEventAt when the last of its facts happened
 */
public record ProjectedOrder(
        SummaryKey key,
        String quoteId,
        String customerId,
        SummaryStatus status,
        LineCounts lines,
        @Nullable Terms terms,
        long version,
        Instant lastEventAt) {

    /** What was captured. */
    public record Terms(String currency, BigDecimal oneTimeTotal, BigDecimal recurringTotal, Instant capturedAt) {}

    ProjectedOrder become(SummaryStatus next) {
        return new ProjectedOrder(key, quoteId, customerId, next, lines, terms, version, lastEventAt);
    }

    ProjectedOrder with(LineCounts next) {
        return new ProjectedOrder(key, quoteId, customerId, status, next, terms, version, lastEventAt);
    }

    ProjectedOrder reached(long next, Instant at) {
        return new ProjectedOrder(key, quoteId, customerId, status, lines, terms, next, at);
    }
}
