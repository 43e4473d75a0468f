package io.orderflow.orderservice.order;

import io.orderflow.orderservice.order.OrderEvent.LineContent;
import io.orderflow.orderservice.order.OrderEvent.LineSnapshot;
import io.orderflow.orderservice.order.OrderEvent.LineSummary;
import io.orderflow.orderservice.order.OrderEvent.OrderCaptured;
import io.orderflow.orderservice.order.OrderEvent.OrderLineFailed;
import io.orderflow.orderservice.order.OrderEvent.OrderLineFulfillmentCompleted;
import io.orderflow.orderservice.order.OrderEvent.OrderLineFulfillmentRequested;
import io.orderflow.orderservice.order.OrderEvent.OrderLineReversalRequested;
import io.orderflow.orderservice.order.OrderEvent.OrderLineReversed;
import io.orderflow.orderservice.order.OrderEvent.OrderLineWaived;
import java.time.Instant;

/** The facts that repeat much of what was agreed. */
final class OrderEvents {

    private OrderEvents() {}

    static OrderCaptured captured(OrderTerms order, OrderLines lines) {
        return new OrderCaptured(
                order.key().orderId(),
                order.quoteId(),
                order.customerId(),
                order.capturedAt(),
                order.currency(),
                order.totals(),
                lines.loaded().stream()
                        .map(line -> summary(order.key(), line.terms()))
                        .toList(),
                order.commercialSnapshotHash());
    }

    static OrderLineFulfillmentRequested requested(OrderTerms order, OrderLine line, Instant at) {
        LineTerms terms = line.terms();
        return new OrderLineFulfillmentRequested(
                order.key().orderId(),
                line.id(),
                at,
                line.attempt(),
                line.idempotencyKey(),
                new LineSnapshot(
                        terms.offerId(), terms.action(), terms.quantity(), terms.unitPrice(), terms.description()),
                order.customerId());
    }

    static OrderLineFulfillmentCompleted completed(
            OrderTerms order, OrderLine line, ProviderAnswer.Completion completion, Instant at) {
        return new OrderLineFulfillmentCompleted(
                order.key().orderId(), line.id(), at, line.attempt(), completion.providerReference());
    }

    static OrderLineFailed failed(OrderTerms order, OrderLine line, ProviderAnswer.Failure failure, Instant at) {
        return new OrderLineFailed(
                order.key().orderId(),
                line.id(),
                at,
                line.attempt(),
                failure.errorCode(),
                failure.reason(),
                failure.retryable(),
                content(line),
                failure.providerReference());
    }

    static OrderLineWaived waived(OrderTerms order, OrderLine line, String by, String reason, Instant at) {
        return new OrderLineWaived(
                order.key().orderId(),
                line.id(),
                at,
                by,
                reason,
                content(line),
                line.attempt(),
                line.providerReference());
    }

    static OrderLineReversalRequested reversalRequested(OrderTerms order, OrderLine line, Instant at) {
        return new OrderLineReversalRequested(
                order.key().orderId(),
                line.id(),
                at,
                line.attempt(),
                line.idempotencyKey(),
                line.providerReference(),
                content(line));
    }

    static OrderLineReversed reversed(OrderTerms order, OrderLine line, ProviderAnswer.Reversal reversal, Instant at) {
        return new OrderLineReversed(
                order.key().orderId(),
                line.id(),
                at,
                line.attempt(),
                reversal.providerReference(),
                reversal.reversalReference());
    }

    private static LineContent content(OrderLine line) {
        LineTerms terms = line.terms();
        return new LineContent(terms.offerId(), terms.action(), terms.quantity(), terms.description());
    }

    private static LineSummary summary(OrderKey order, LineTerms line) {
        return new LineSummary(
                line.id(),
                line.quoteLineId(),
                line.offerId(),
                line.action(),
                line.quantity(),
                line.unitPrice(),
                line.description(),
                line.dependsOn().stream().map(order::lineId).toList());
    }
}
