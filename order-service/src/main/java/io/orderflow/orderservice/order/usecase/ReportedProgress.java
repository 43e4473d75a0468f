package io.orderflow.orderservice.order.usecase;

import io.orderflow.orderservice.order.LineCompletion;
import io.orderflow.orderservice.order.Order;
import io.orderflow.orderservice.order.OrderKey;
import io.orderflow.orderservice.order.ProgressResult;
import java.time.Instant;

/** What others report about an order. They report; the order decides. */
public sealed interface ReportedProgress {

    /** What it is going to touch. */
    LineRef touches();

    Cause cause();

    ProgressResult applyTo(Order order, Instant at);

    record ProcessStarted(OrderKey order, String processInstanceId, Cause cause) implements ReportedProgress {

        @Override
        public LineRef touches() {
            return new LineRef(order, null);
        }

        @Override
        public ProgressResult applyTo(Order target, Instant at) {
            return target.activate(processInstanceId, at);
        }
    }

    record LineReleased(OrderKey order, String orderLineId, String processInstanceId, Cause cause)
            implements ReportedProgress {

        @Override
        public LineRef touches() {
            return new LineRef(order, orderLineId);
        }

        @Override
        public ProgressResult applyTo(Order target, Instant at) {
            return target.releaseLine(orderLineId, processInstanceId, at);
        }
    }

    record LineFulfilled(OrderKey order, LineCompletion completion, Cause cause) implements ReportedProgress {

        @Override
        public LineRef touches() {
            return new LineRef(order, completion.orderLineId());
        }

        @Override
        public ProgressResult applyTo(Order target, Instant at) {
            return target.completeLine(completion, at);
        }
    }
}
