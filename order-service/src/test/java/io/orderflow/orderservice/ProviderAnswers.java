package io.orderflow.orderservice;

import io.orderflow.orderservice.Events.Outgoing;

/** Events of a provider that has given a line up or taken it back. */
public final class ProviderAnswers {

    private ProviderAnswers() {}

    /** Of a provider that had accepted the request as {@code failed-<line>}. */
    public static Outgoing failed(String orderId, int line, int attempt) {
        return event(
                "FulfillmentFailed",
                orderId,
                """
                {"orderId": "%1$s", "orderLineId": "%1$s-%2$d", "attempt": %3$d, "idempotencyKey": "%1$s-%2$d:%3$d",
                 "failedAt": "2026-11-23T08:00:00Z", "errorCode": "out_of_stock", "errorMessage": "Not in stock until August",
                 "retryable": true, "providerReference": "failed-%2$d"}
                """
                        .formatted(orderId, line, attempt));
    }

    public static Outgoing completed(String orderId, int line, int attempt) {
        return Events.fulfillmentCompleted(
                orderId, line, attempt, "%s-%d:%d".formatted(orderId, line, attempt), "ref-" + line);
    }

    public static Outgoing reversed(String orderId, int line, int attempt) {
        return event(
                "FulfillmentReversed",
                orderId,
                """
                {"orderId": "%1$s", "orderLineId": "%1$s-%2$d", "attempt": %3$d, "idempotencyKey": "%1$s-%2$d:%3$d",
                 "reversedAt": "2026-11-23T08:00:00Z", "providerReference": "ref-%2$d", "reversalReference": "back-%2$d"}
                """
                        .formatted(orderId, line, attempt));
    }

    private static Outgoing event(String type, String orderId, String payload) {
        return Events.event(Events.FULFILLMENT, type, "fulfillment-adapter", "Fulfillment", orderId, payload);
    }
}
