package io.orderflow.orderservice.order.messaging;

import io.orderflow.orderservice.order.OrderKey;
import io.orderflow.orderservice.order.usecase.Cause;
import io.orderflow.orderservice.order.usecase.ReportedProgress;

/** Payload of the event that a process has taken an order up, as far as this service reads it. */
record OrchestrationStarted(String orderId, String processInstanceId) implements ProcessPayload {

    @Override
    public ReportedProgress report(OrderKey order, Cause cause) {
        return new ReportedProgress.ProcessStarted(order, processInstanceId, cause);
    }
}
