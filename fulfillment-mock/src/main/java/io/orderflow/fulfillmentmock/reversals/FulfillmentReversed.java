package io.orderflow.fulfillmentmock.reversals;

import java.time.Instant;

/** Payload of the event with which the provider says that a line is undone. */
record FulfillmentReversed(
        String orderId,
        String orderLineId,
        int attempt,
        String idempotencyKey,
        String providerReference,
        Instant reversedAt,
        String reversalReference) {}
