package io.orderflow.orderservice.order.usecase;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an order.
 *
 * @param items one per version, oldest first
 * @param refusals cancellations that were refused, oldest first
 */
public record OrderHistory(List<Entry> items, List<RefusedCancellation> refusals) {

    /**
     * One transition.
     *
     * @param lineId the line that moved; absent if the order itself did
     * @param from absent at birth
     * @param eventId the event that told the world
     * @param cause the event or command that led to it
     * @param actor the user or service behind it
     */
    public record Entry(
            long version,
            @Nullable String lineId,
            @Nullable String from,
            String to,
            Instant at,
            UUID eventId,
            String eventType,
            @Nullable String cause,
            String actor,
            @Nullable String reason) {}

    public record RefusedCancellation(Instant at, String actor, String reason, String code, String detail) {}
}
