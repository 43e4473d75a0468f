package io.orderflow.orderservice.order;

import java.time.Instant;

/**
 * What was agreed about an order; never changes.
 *
 * @param correlationId the business request it came from, handed on to everything that happens to it
 * @param capturedAt when it reached us; a rejected order has it too
 */
public record OrderTerms(
        OrderKey key,
        String quoteId,
        String customerId,
        String currency,
        Totals totals,
        String commercialSnapshotHash,
        String correlationId,
        Instant capturedAt,
        int lineCount) {

    public QuoteKey quote() {
        return new QuoteKey(key.tenantId(), quoteId);
    }
}
