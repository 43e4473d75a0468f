package io.orderflow.fulfillmentmock.provider;

import java.time.Instant;

/** What the provider reads of an OrderLineFulfillmentRequested. */
record FulfillmentRequested(
        String orderId, String orderLineId, Instant requestedAt, int attempt, String idempotencyKey, Line line) {

    record Line(String offerId, String action, int quantity) {}
}
