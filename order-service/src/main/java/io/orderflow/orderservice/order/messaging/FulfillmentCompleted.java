package io.orderflow.orderservice.order.messaging;

import io.orderflow.orderservice.order.LineCompletion;

/** Payload of the event that a provider has fulfilled a line, as far as this service reads it. */
record FulfillmentCompleted(
        String orderId, String orderLineId, int attempt, String idempotencyKey, String providerReference) {

    LineCompletion completion() {
        return new LineCompletion(orderLineId, attempt, idempotencyKey, providerReference);
    }
}
