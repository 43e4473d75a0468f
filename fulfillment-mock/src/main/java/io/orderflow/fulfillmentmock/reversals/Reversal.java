package io.orderflow.fulfillmentmock.reversals;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.orderflow.fulfillmentmock.provider.FulfillmentRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at one line that is to be undone, as the provider keeps it.
 *
 * @param key the attempt
 * @param idempotencyKey of the attempt
 * @param providerReference of the attempt
 * @param reversalReference the provider's name for the reversal itself
 * @param dueAt when the provider will say that it is undone
 * @param answeredAt when it did; null while it waits
 * @param eventId the event that asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties({"idempotencyKey", "providerReference", "correlationId", "traceId"})
public record Reversal(
        @JsonIgnore FulfillmentRequest.Key key,
        String idempotencyKey,
        String providerReference,
        String reversalReference,
        Instant requestedAt,
        Instant receivedAt,
        Instant dueAt,
        @Nullable Instant answeredAt,
        UUID eventId,
        String correlationId,
        @Nullable String traceId) {

    /** By order, then in line order. */
    static final Comparator<Reversal> IN_LINE_ORDER =
            Comparator.comparing(Reversal::key, FulfillmentRequest.Key.IN_LINE_ORDER);
}
