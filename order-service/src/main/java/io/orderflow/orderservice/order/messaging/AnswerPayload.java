package io.orderflow.orderservice.order.messaging;

import io.orderflow.orderservice.order.ProviderAnswer;

/** What the payloads of a provider's events have in common. */
interface AnswerPayload {

    String orderId();

    ProviderAnswer answer();
}
