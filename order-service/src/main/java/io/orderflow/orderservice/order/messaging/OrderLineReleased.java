package io.orderflow.orderservice.order.messaging;

import io.orderflow.orderservice.order.OrderKey;
import io.orderflow.orderservice.order.usecase.Cause;
import io.orderflow.orderservice.order.usecase.ReportedProgress;

/** Payload of the event that the process of an order has come to a line, as far as this service reads it. */
record OrderLineReleased(String orderId, String orderLineId, String processInstanceId) implements ProcessPayload {

    @Override
    public ReportedProgress report(OrderKey order, Cause cause) {
        return new ReportedProgress.LineReleased(order, orderLineId, processInstanceId, cause);
    }
}
