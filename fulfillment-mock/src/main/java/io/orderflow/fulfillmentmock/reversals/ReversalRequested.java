package io.orderflow.fulfillmentmock.reversals;

import io.orderflow.fulfillmentmock.provider.FulfillmentRequest;
import io.orderflow.fulfillmentmock.scenarios.ScenarioSet.Subject;
import io.orderflow.kafkaadapters.envelope.EventEnvelope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the provider reads of an OrderLineReversalRequested.
 *
 * @param attempt the one that is to be undone
 * @param idempotencyKey of that attempt
 * @param providerReference of that attempt; null if the asker never heard of one
 */
public record ReversalRequested(
        String orderId,
        String orderLineId,
        Instant requestedAt,
        int attempt,
        String idempotencyKey,
        @Nullable String providerReference,
        Line line) {

    public record Line(String offerId) {}

    /** @param envelope of the event that this is the payload of */
    public Wish wanted(EventEnvelope<?> envelope) {
        return new Wish(this, envelope);
    }

    /** Somebody's wish, with what the event says about itself. */
    public record Wish(ReversalRequested wanted, EventEnvelope<?> envelope) {

        FulfillmentRequest.Key key() {
            return new FulfillmentRequest.Key(
                    envelope.tenantId(), wanted.orderId(), wanted.orderLineId(), wanted.attempt());
        }

        Subject subject() {
            return new Subject(
                    envelope.tenantId(), wanted.orderLineId(), wanted.line().offerId());
        }
    }
}
