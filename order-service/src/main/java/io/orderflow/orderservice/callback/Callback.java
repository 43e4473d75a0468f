package io.orderflow.orderservice.callback;

import io.orderflow.orderservice.order.ProviderAnswer;

/**
 * What a provider calls back.
 *
 * @param id the provider's name for the callback: the same one again is the same callback
 */
public record Callback(String id, String orderId, ProviderAnswer answer) {

    CallbackType type() {
        return CallbackType.of(answer);
    }
}
