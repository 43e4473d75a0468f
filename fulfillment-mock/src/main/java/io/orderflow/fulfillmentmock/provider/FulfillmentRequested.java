package io.orderflow.fulfillmentmock.provider;

import io.orderflow.kafkaadapters.envelope.EventEnvelope;
import java.time.Instant;

/** What the provider reads of an OrderLineFulfillmentRequested. */
public record FulfillmentRequested(
        String orderId, String orderLineId, Instant requestedAt, int attempt, String idempotencyKey, Line line) {

    public record Line(String offerId, String action, int quantity) {}

    /** @param envelope of the event that this is the payload of */
    public RequestedFulfillment wanted(EventEnvelope<?> envelope) {
        return new RequestedFulfillment(
                orderId,
                orderLineId,
                attempt,
                idempotencyKey,
                line.offerId(),
                line.action(),
                line.quantity(),
                requestedAt,
                envelope.eventId(),
                envelope.correlationId(),
                envelope.traceId());
    }
}
