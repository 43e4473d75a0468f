package io.orderflow.fulfillmentmock.notifications;

import org.jspecify.annotations.Nullable;

/** What a notification says of an event: the fields of any of them, of which each event has some. */
record Notable(
        String orderId,
        @Nullable String orderLineId,
        @Nullable String reason,
        @Nullable String errorCode,
        @Nullable String cause,
        @Nullable String outcome) {

    /** In words for people. */
    String message(String eventType) {
        return switch (eventType) {
            case "OrderCaptured" -> "The order has arrived.";
            case "OrderRejected" -> "The order was rejected.";
            case "OrderLineFulfillmentCompleted" -> "Line %s is fulfilled.".formatted(orderLineId);
            case "OrderCompleted" -> "The order is complete.";
            case "OrderCancelled" -> "The order was cancelled: " + reason;
            case "OrderLineFailed" -> "Line %s failed with %s: %s".formatted(orderLineId, errorCode, reason);
            case "OrderLineWaived" -> "The order does without line %s: %s".formatted(orderLineId, reason);
            case "OrderJeopardyRaised" ->
                orderLineId == null
                        ? "The order is late: " + cause
                        : "Line %s is late: %s".formatted(orderLineId, cause);
            case "OrchestrationFinished" -> "The order's process has ended: " + outcome;
            default -> eventType;
        };
    }
}
