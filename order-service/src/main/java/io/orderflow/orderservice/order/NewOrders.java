package io.orderflow.orderservice.order;

import java.time.Instant;
import java.util.List;

/** How orders are born. */
public final class NewOrders {

    private static final int REASONS_IN_EVENT = 1_000;

    private NewOrders() {}

    /** An order from a draft without defects: captured and, as nothing is left to find out, validated. */
    public static Order captured(
            OrderKey key, OrderDraft draft, String correlationId, PointOfNoReturnPolicy policy, Instant at) {
        OrderLines lines = OrderLines.captured(key, draft.lines(), policy);
        OrderTerms terms = terms(key, draft, correlationId, draft.lines().size(), at);
        Order order = Order.unborn(terms, lines, OrderStatus.CAPTURED, null);
        order.born(OrderEvents.captured(terms, lines), null, at);
        order.become(
                OrderStatus.VALIDATED, new OrderEvent.OrderValidated(key.orderId(), at, terms.lineCount()), null, at);
        return order;
    }

    /** An order that is born rejected: the quote was accepted, but nobody can fulfil it. It has no lines. */
    public static Order rejected(
            OrderKey key, OrderDraft draft, String correlationId, List<Defect> defects, Instant at) {
        Order order = Order.unborn(
                terms(key, draft, correlationId, 0, at), new OrderLines(key, List.of()), OrderStatus.REJECTED, at);
        List<Defect> reasons = defects.subList(0, Math.min(defects.size(), REASONS_IN_EVENT));
        order.born(
                new OrderEvent.OrderRejected(key.orderId(), draft.quoteId(), draft.customerId(), at, reasons),
                Defects.summary(defects),
                at);
        return order;
    }

    private static OrderTerms terms(OrderKey key, OrderDraft draft, String correlationId, int lineCount, Instant at) {
        return new OrderTerms(
                key,
                draft.quoteId(),
                draft.customerId(),
                draft.currency(),
                draft.totals(),
                draft.commercialSnapshotHash(),
                correlationId,
                at,
                lineCount);
    }
}
