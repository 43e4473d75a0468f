package io.orderflow.orderservice.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a provider says about a line it was asked for. */
public sealed interface ProviderAnswer {

    String orderLineId();

    /** Which request it answers. */
    int attempt();

    /** The key of that request. */
    String idempotencyKey();

    /** Tells the order. */
    ProgressResult applyTo(Order order, Instant at);

    /** The line is fulfilled. */
    record Completion(String orderLineId, int attempt, String idempotencyKey, String providerReference)
            implements ProviderAnswer {

        @Override
        public ProgressResult applyTo(Order order, Instant at) {
            return order.completeLine(this, at);
        }
    }

    /**
     * The provider has given up.
     *
     * @param retryable whether the provider expects another attempt to succeed
     * @param providerReference null if the provider never accepted the request
     */
    record Failure(
            String orderLineId,
            int attempt,
            String idempotencyKey,
            String errorCode,
            String reason,
            boolean retryable,
            @Nullable String providerReference)
            implements ProviderAnswer {

        @Override
        public ProgressResult applyTo(Order order, Instant at) {
            return order.failLine(this, at);
        }
    }

    /**
     * What was done for the line is undone.
     *
     * @param providerReference of what was undone
     * @param reversalReference the provider's name for the reversal, if it has one
     */
    record Reversal(
            String orderLineId,
            int attempt,
            String idempotencyKey,
            String providerReference,
            @Nullable String reversalReference)
            implements ProviderAnswer {

        @Override
        public ProgressResult applyTo(Order order, Instant at) {
            return order.reverseLine(this, at);
        }
    }
}
