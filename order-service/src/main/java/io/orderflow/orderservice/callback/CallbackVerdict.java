package io.orderflow.orderservice.callback;

import io.orderflow.orderservice.order.ProgressResult;
import org.jspecify.annotations.Nullable;

/**
 * What the order made of a callback; the same callback again gets the same verdict.
 *
 * @param code lower snake case; only a conflict has one
 * @param reason for people; null if it was applied
 */
public record CallbackVerdict(Outcome outcome, @Nullable String code, @Nullable String reason) {

    /** The three ways in which an order that knows the line can take it. */
    public enum Outcome {
        /** It moved the order. */
        APPLIED,
        /** It speaks of a state that has passed. Nothing changed. */
        STALE,
        /** It contradicts what the order knows, and somebody should look. Nothing changed. */
        CONFLICT
    }

    /** Null if the order does not know the line: nothing was decided about the callback then. */
    static @Nullable CallbackVerdict of(ProgressResult result) {
        if (result instanceof ProgressResult.Unknown) {
            return null;
        }
        if (result instanceof ProgressResult.Stale stale) {
            return new CallbackVerdict(Outcome.STALE, null, stale.reason());
        }
        if (result instanceof ProgressResult.Conflict conflict) {
            return new CallbackVerdict(Outcome.CONFLICT, conflict.code(), conflict.reason());
        }
        return new CallbackVerdict(Outcome.APPLIED, null, null);
    }
}
