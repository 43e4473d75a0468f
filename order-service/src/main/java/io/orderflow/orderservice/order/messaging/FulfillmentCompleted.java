package io.orderflow.orderservice.order.messaging;

import io.orderflow.orderservice.order.ProviderAnswer;

/** Payload of the event that a provider has fulfilled a line, as far as this service reads it. */
record FulfillmentCompleted(
        String orderId, String orderLineId, int attempt, String idempotencyKey, String providerReference)
        implements AnswerPayload {

    @Override
    public ProviderAnswer answer() {
        return new ProviderAnswer.Completion(orderLineId, attempt, idempotencyKey, providerReference);
    }
}
