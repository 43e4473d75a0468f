package io.orderflow.orderservice.order.messaging;

import io.orderflow.orderservice.order.OrderKey;
import io.orderflow.orderservice.order.usecase.Cause;
import io.orderflow.orderservice.order.usecase.ProcessDecision;
import io.orderflow.orderservice.order.usecase.ReportedProgress;
import org.jspecify.annotations.Nullable;

/** Payload of the event that somebody has decided to do without a failed line, as far as this service reads it. */
record OrderLineWaiverDecided(
        String orderId, String orderLineId, @Nullable Integer attempt, String decidedBy, String reason)
        implements ProcessPayload {

    @Override
    public String actor(String producer) {
        return decidedBy;
    }

    @Override
    public ReportedProgress report(OrderKey order, Cause cause) {
        return new ReportedProgress.Decided(
                order, new ProcessDecision.Waiver(orderLineId, attempt, decidedBy, reason), cause);
    }
}
