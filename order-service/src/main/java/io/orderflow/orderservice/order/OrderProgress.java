package io.orderflow.orderservice.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an order has come.
 *
 * @param version counts steps, from 1
 * @param processInstanceId the process that coordinates it, once there is one
 * @param endedAt when it reached its terminal status
 */
public record OrderProgress(
        OrderStatus status,
        long version,
        int completedLines,
        int waivedLines,
        @Nullable String processInstanceId,
        @Nullable Instant endedAt) {

    /** Lines that the order does not wait for any more. */
    public int settledLines() {
        return completedLines + waivedLines;
    }
}
