package io.orderflow.orderservice.callback;

/** What a provider is told about its callback. */
public sealed interface CallbackResult {

    /** The order has heard it, now or the first time. */
    record Heard(CallbackVerdict verdict) implements CallbackResult {}

    /** Its id was used before, for a callback that said something else. Nothing changed. */
    record IdReused() implements CallbackResult {}

    /** The provider's tenant has no such line. Nothing changed, and the same callback may come again. */
    record UnknownLine() implements CallbackResult {}
}
