package io.orderflow.orderservice.order.messaging;

import io.orderflow.orderservice.order.ProviderAnswer;
import org.jspecify.annotations.Nullable;

/** Payload of the event that a provider has given a line up, as far as this service reads it. */
record FulfillmentFailed(
        String orderId,
        String orderLineId,
        int attempt,
        String idempotencyKey,
        String errorCode,
        String errorMessage,
        boolean retryable,
        @Nullable String providerReference)
        implements AnswerPayload {

    @Override
    public ProviderAnswer answer() {
        return new ProviderAnswer.Failure(
                orderLineId, attempt, idempotencyKey, errorCode, errorMessage, retryable, providerReference);
    }
}
