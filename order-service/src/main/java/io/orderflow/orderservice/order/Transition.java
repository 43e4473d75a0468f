package io.orderflow.orderservice.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of an order's life: one version, one fact, one row of history.
 *
 * @param lineId the line that moved; null if the order itself did
 * @param from state before; null at birth
 * @param reason what a person said or what was wrong, where the step has one
 */
public record Transition(
        long version,
        @Nullable String lineId,
        @Nullable String from,
        String to,
        Instant at,
        OrderEvent event,
        @Nullable String reason) {}
