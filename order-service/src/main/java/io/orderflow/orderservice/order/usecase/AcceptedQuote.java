package io.orderflow.orderservice.order.usecase;

import io.orderflow.orderservice.order.OrderDraft;
import io.orderflow.orderservice.order.QuoteKey;

/** A quote that a customer has accepted, told by an event. */
public record AcceptedQuote(String tenantId, OrderDraft draft, Cause cause) {

    QuoteKey key() {
        return new QuoteKey(tenantId, draft.quoteId());
    }
}
