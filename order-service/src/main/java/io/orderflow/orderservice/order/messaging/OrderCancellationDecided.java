package io.orderflow.orderservice.order.messaging;

import io.orderflow.orderservice.order.CancellationDecision;
import io.orderflow.orderservice.order.OrderKey;
import io.orderflow.orderservice.order.usecase.Cause;
import io.orderflow.orderservice.order.usecase.ProcessDecision;
import io.orderflow.orderservice.order.usecase.ReportedProgress;
import org.jspecify.annotations.Nullable;

/** Payload of the event that somebody who works on an order's process wants it cancelled, as far as this service reads it. */
record OrderCancellationDecided(
        String orderId, String decidedBy, String reason, @Nullable String orderLineId, @Nullable Integer attempt)
        implements ProcessPayload {

    @Override
    public String actor(String producer) {
        return decidedBy;
    }

    @Override
    public ReportedProgress report(OrderKey order, Cause cause) {
        return new ReportedProgress.Decided(
                order,
                new ProcessDecision.Cancellation(new CancellationDecision(decidedBy, reason, orderLineId, attempt)),
                cause);
    }
}
