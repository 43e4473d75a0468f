package io.orderflow.orderservice.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact of an order's life. Each record carries what its published contract carries, field by field: the outbox holds
 * every one of them to its schema, so a change here that the contract does not allow never leaves the service.
 */
public sealed interface OrderEvent {

    String orderId();

    /** The catalogued name of the fact. */
    default String type() {
        return getClass().getSimpleName();
    }

    record OrderCaptured(
            String orderId,
            String quoteId,
            String customerId,
            Instant capturedAt,
            String currency,
            Totals totals,
            List<LineSummary> lineSummaries,
            String commercialSnapshotHash)
            implements OrderEvent {}

    record OrderValidated(String orderId, Instant validatedAt, int lineCount) implements OrderEvent {}

    record OrderRejected(String orderId, String quoteId, String customerId, Instant rejectedAt, List<Defect> reasons)
            implements OrderEvent {}

    record OrderActivated(String orderId, Instant activatedAt, String processInstanceId) implements OrderEvent {}

    record OrderLineStarted(String orderId, String orderLineId, Instant startedAt, String processInstanceId)
            implements OrderEvent {}

    record OrderLineFulfillmentRequested(
            String orderId,
            String orderLineId,
            Instant requestedAt,
            int attempt,
            String idempotencyKey,
            LineSnapshot line,
            String customerId)
            implements OrderEvent {}

    record OrderLineFulfillmentCompleted(
            String orderId, String orderLineId, Instant completedAt, int attempt, String providerReference)
            implements OrderEvent {}

    record OrderLineFailed(
            String orderId,
            String orderLineId,
            Instant failedAt,
            int attempt,
            String errorCode,
            String reason,
            boolean retryable,
            LineContent line,
            @Nullable String providerReference)
            implements OrderEvent {}

    record OrderLineWaived(
            String orderId,
            String orderLineId,
            Instant waivedAt,
            String waivedBy,
            String reason,
            LineContent line,
            int attempt,
            @Nullable String providerReference)
            implements OrderEvent {}

    record OrderCompleted(
            String orderId, Instant completedAt, Totals totals, String currency, List<CompletedLine> lines)
            implements OrderEvent {}

    record OrderCancelled(
            String orderId, Instant cancelledAt, String cancelledBy, String reason, List<CancelledLine> lines)
            implements OrderEvent {}

    record OrderCancellationRefused(
            String orderId,
            Instant refusedAt,
            String decidedBy,
            String reason,
            String refusalCode,
            List<String> lines,
            @Nullable String orderLineId)
            implements OrderEvent {}

    record OrderLineReversalRequested(
            String orderId,
            String orderLineId,
            Instant requestedAt,
            int attempt,
            String idempotencyKey,
            @Nullable String providerReference,
            LineContent line)
            implements OrderEvent {}

    record OrderLineReversed(
            String orderId,
            String orderLineId,
            Instant reversedAt,
            int attempt,
            String providerReference,
            @Nullable String reversalReference)
            implements OrderEvent {}

    /** A line as captured; dependencies by order line. */
    record LineSummary(
            String orderLineId,
            String quoteLineId,
            String offerId,
            LineAction action,
            int quantity,
            BigDecimal unitPrice,
            @Nullable String description,
            List<String> dependsOn) {}

    /** What a provider needs to know to fulfil a line. */
    record LineSnapshot(
            String offerId, LineAction action, int quantity, BigDecimal unitPrice, @Nullable String description) {}

    /** What a line is about. */
    record LineContent(String offerId, LineAction action, int quantity, @Nullable String description) {}

    /** How a line of a completed order ended. */
    record CompletedLine(String orderLineId, LineStatus outcome) {}

    /**
     * How a line of a cancelled order ended, and whether a provider has to take something back.
     *
     * @param attempt what is to be taken back; null if nothing is
     */
    record CancelledLine(String orderLineId, LineStatus outcome, boolean reversalRequired, @Nullable Integer attempt) {}
}
