package io.orderflow.orderservice.order;

import org.jspecify.annotations.Nullable;

/**
 * How far a line has come.
 *
 * @param openDependencies how many of the lines it depends on are neither fulfilled nor waived yet
 * @param attempt how often a provider was asked; 0 before the first time
 * @param providerReference the provider's own name for what it delivered or began
 * @param failure the last one; stays when a later attempt succeeds
 * @param reversalRequired whether a provider has something to take back because the order was cancelled
 */
public record LineProgress(
        LineStatus status,
        int openDependencies,
        int attempt,
        @Nullable String providerReference,
        @Nullable LineFailure failure,
        boolean reversalRequired) {

    static LineProgress pending(int openDependencies) {
        return new LineProgress(LineStatus.PENDING, openDependencies, 0, null, null, false);
    }
}
