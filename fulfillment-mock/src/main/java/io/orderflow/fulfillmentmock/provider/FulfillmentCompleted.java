package io.orderflow.fulfillmentmock.provider;

import java.time.Instant;

/** Payload of the event with which the provider answers. */
record FulfillmentCompleted(
        String orderId,
        String orderLineId,
        int attempt,
        String idempotencyKey,
        String providerReference,
        Instant completedAt) {}
