package io.orderflow.orderservice.order.messaging;

import io.orderflow.orderservice.order.ProviderAnswer;
import org.jspecify.annotations.Nullable;

/** Payload of the event that a provider has undone what it did for a line, as far as this service reads it. */
record FulfillmentReversed(
        String orderId,
        String orderLineId,
        int attempt,
        String idempotencyKey,
        String providerReference,
        @Nullable String reversalReference)
        implements AnswerPayload {

    @Override
    public ProviderAnswer answer() {
        return new ProviderAnswer.Reversal(orderLineId, attempt, idempotencyKey, providerReference, reversalReference);
    }
}
