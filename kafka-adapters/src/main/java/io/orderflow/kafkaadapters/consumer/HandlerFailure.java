package io.orderflow.kafkaadapters.consumer;

/** How an exception of a handler is told in ledger and dead letter. */
final class HandlerFailure {

    static final String CODE = "handler_failed";

    private HandlerFailure() {}

    static String reason(RuntimeException failure) {
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }
}
