package io.orderflow.fulfillmentmock.provider;

import io.orderflow.fulfillmentmock.latency.LatencyDistribution;
import io.orderflow.fulfillmentmock.scenarios.Plan;
import io.orderflow.fulfillmentmock.scenarios.ScenarioSet;
import io.orderflow.fulfillmentmock.scenarios.ScenarioSet.Subject;
import java.time.Duration;
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

    /** What scenarios know it by. */
    Subject subject(String tenantId) {
        return new Subject(tenantId, orderLineId, offerId);
    }

    /** @param usual how long the provider takes where the scenarios do not say */
    FulfillmentRequest received(String tenantId, Instant now, ScenarioSet scenarios, LatencyDistribution usual) {
        Plan plan = scenarios.plan(subject(tenantId), attempt);
        Duration latency = scenarios.latency(subject(tenantId), usual).latencyOf(idempotencyKey);
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
                plan,
                requestedAt,
                now,
                plan.behaviour().isHeld() ? null : now.plus(latency),
                null,
                null,
                0,
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
