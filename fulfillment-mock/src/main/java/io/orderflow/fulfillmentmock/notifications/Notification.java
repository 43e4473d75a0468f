package io.orderflow.fulfillmentmock.notifications;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/**
 * What would have been said to whoever wants to know about an order.
 *
 * @param eventId the fact behind it
 * @param occurredAt when that happened
 * @param notedAt when it would have been said
 */
record Notification(
        UUID eventId,
        @JsonIgnore String tenantId,
        String orderId,
        String eventType,
        String message,
        Instant occurredAt,
        Instant notedAt) {}
