package io.orderflow.fulfillmentmock.provider;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.orderflow.fulfillmentmock.scenarios.Plan;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at one line, as the provider keeps it.
 *
 * @param plan what the provider decided to do about it when it arrived
 * @param dueAt when the provider will answer; null while it waits for something other than time
 * @param answeredAt when it did; null while the request waits
 * @param withdrawnAt when it was taken back because the line is to be undone; never together with an answer
 * @param copies how many events have carried the answer
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
        @JsonUnwrapped Plan plan,
        Instant requestedAt,
        Instant receivedAt,
        @Nullable Instant dueAt,
        @Nullable Instant answeredAt,
        @Nullable Instant withdrawnAt,
        int copies,
        UUID eventId,
        String correlationId,
        @Nullable String traceId) {

    /** By order, then in line order. */
    static final Comparator<FulfillmentRequest> IN_LINE_ORDER =
            Comparator.comparing(FulfillmentRequest::key, Key.IN_LINE_ORDER);

    /** What became of a request. */
    public enum Outcome {
        COMPLETED,
        FAILED,
        WITHDRAWN
    }

    /** What makes two requests the same one. */
    public record Key(String tenantId, String orderId, String orderLineId, int attempt) {

        /** By order, then in line order: shorter ids first puts {@code …-2} before {@code …-10}. */
        public static final Comparator<Key> IN_LINE_ORDER = Comparator.comparing(Key::tenantId)
                .thenComparing(Key::orderId)
                .thenComparingInt(key -> key.orderLineId().length())
                .thenComparing(Key::orderLineId)
                .thenComparingInt(Key::attempt);
    }

    public Key key() {
        return new Key(tenantId, orderId, orderLineId, attempt);
    }

    /** Null as long as it waits. */
    @JsonProperty
    @Nullable
    Outcome outcome() {
        if (withdrawnAt != null) {
            return Outcome.WITHDRAWN;
        }
        if (answeredAt == null) {
            return null;
        }
        return plan.failure() == null ? Outcome.COMPLETED : Outcome.FAILED;
    }
}
