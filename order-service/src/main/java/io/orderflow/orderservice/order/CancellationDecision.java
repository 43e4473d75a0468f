package io.orderflow.orderservice.order;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who works on the order's process wants it cancelled.
 *
 * @param orderLineId the failed line that led to it; null if it concerns the order as a whole
 * @param attempt the failed attempt at that line; null if the latest one is meant
 */
public record CancellationDecision(
        String decidedBy, String reason, @Nullable String orderLineId, @Nullable Integer attempt) {}
