package io.orderflow.orderservice.callback;

import java.time.Instant;

/**
 * That a callback came in, and what it said.
 *
 * @param causeId our name for it, which the facts that follow give as their cause
 * @param fingerprint equal for callbacks that say the same
 */
public record CallbackReceipt(
        Provider provider, Callback callback, String causeId, String fingerprint, Instant receivedAt) {

    public String type() {
        return callback.type().name();
    }

    /** A receipt that was there before. */
    public record Standing(String fingerprint, CallbackVerdict verdict) {}
}
