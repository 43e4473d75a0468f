package io.orderflow.fulfillmentmock.provider;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants fulfilled, whoever says so.
 *
 * @param idempotencyKey the same key is the same request
 * @param eventId the fact behind it
 */
public record RequestedFulfillment(
        String orderId,
        String orderLineId,
        int attempt,
        String idempotencyKey,
        String offerId,
        String action,
        int quantity,
        Instant requestedAt,
        UUID eventId,
        String correlationId,
        @Nullable String traceId) {

    /** The provider's own name for the request, which follows from it. */
    public String providerReference(String tenantId) {
        return ProviderReference.of(tenantId, idempotencyKey);
    }

    FulfillmentRequest received(String tenantId, Instant now, LatencyDistribution latency) {
        return new FulfillmentRequest(
                tenantId,
                orderId,
                orderLineId,
                attempt,
                idempotencyKey,
                offerId,
                action,
                quantity,
                providerReference(tenantId),
                requestedAt,
                now,
                now.plus(latency.latencyOf(idempotencyKey)),
                null,
                eventId,
                correlationId,
                traceId);
    }

    /** Whether a request in the provider's log says the same. */
    boolean isSameAs(FulfillmentRequest known) {
        return idempotencyKey.equals(known.idempotencyKey())
                && offerId.equals(known.offerId())
                && action.equals(known.action())
                && quantity == known.quantity()
                && providerReference(known.tenantId()).equals(known.providerReference());
    }
}
