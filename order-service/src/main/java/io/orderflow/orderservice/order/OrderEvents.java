package io.orderflow.orderservice.order;

import io.orderflow.orderservice.order.OrderEvent.LineSnapshot;
import io.orderflow.orderservice.order.OrderEvent.LineSummary;
import io.orderflow.orderservice.order.OrderEvent.OrderCaptured;
import io.orderflow.orderservice.order.OrderEvent.OrderLineFulfillmentRequested;
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
