package io.orderflow.fulfillmentmock.provider;

import java.time.Instant;

/** Payload of the event with which the provider says that it cannot. */
record FulfillmentFailed(
        String orderId,
        String orderLineId,
        int attempt,
        String idempotencyKey,
        Instant failedAt,
        String errorCode,
        String errorMessage,
        boolean retryable,
        String providerReference) {}
