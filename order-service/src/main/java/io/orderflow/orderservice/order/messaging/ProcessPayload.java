package io.orderflow.orderservice.order.messaging;

import io.orderflow.orderservice.order.OrderKey;
import io.orderflow.orderservice.order.usecase.Cause;
import io.orderflow.orderservice.order.usecase.ReportedProgress;

/** What the payloads of events about an order's process have in common. */
interface ProcessPayload {

    String orderId();

    /** Who is behind it, if it was a person. */
    default String actor(String producer) {
        return producer;
    }

    ReportedProgress report(OrderKey order, Cause cause);
}
