package io.orderflow.orderservice.order.messaging;

import io.orderflow.orderservice.order.OrderKey;
import io.orderflow.orderservice.order.usecase.Cause;
import io.orderflow.orderservice.order.usecase.ReportedProgress;

/** Payload of the event that the process of a cancelled order has come to a line to take back, as far as this service reads it. */
record OrderLineReversalReleased(String orderId, String orderLineId, int attempt) implements ProcessPayload {

    @Override
    public ReportedProgress report(OrderKey order, Cause cause) {
        return new ReportedProgress.ReversalReleased(order, orderLineId, attempt, cause);
    }
}
