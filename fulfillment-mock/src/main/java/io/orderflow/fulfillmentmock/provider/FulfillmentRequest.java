package io.orderflow.fulfillmentmock.provider;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at one line, as the provider keeps it.
 *
 * @param dueAt when the provider will answer
 * @param answeredAt when it did; null while the request waits
 * @param eventId the event that asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FulfillmentRequest(
        @JsonIgnore String tenantId,
        String orderId,
        String orderLineId,
        int attempt,
        String idempotencyKey,
        String offerId,
        String action,
        int quantity,
        String providerReference,
        Instant requestedAt,
        Instant receivedAt,
        Instant dueAt,
        @Nullable Instant answeredAt,
        UUID eventId,
        String correlationId,
        @Nullable String traceId) {

    /** By order, then in line order: shorter ids first puts {@code …-2} before {@code …-10}. */
    static final Comparator<FulfillmentRequest> IN_LINE_ORDER = Comparator.comparing(FulfillmentRequest::tenantId)
            .thenComparing(FulfillmentRequest::orderId)
            .thenComparingInt(request -> request.orderLineId().length())
            .thenComparing(FulfillmentRequest::orderLineId)
            .thenComparingInt(FulfillmentRequest::attempt);

    /** What makes two requests the same one. */
    Key key() {
        return new Key(tenantId, orderId, orderLineId, attempt);
    }

    record Key(String tenantId, String orderId, String orderLineId, int attempt) {}
}
