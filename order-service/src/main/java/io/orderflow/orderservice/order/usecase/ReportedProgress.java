package io.orderflow.orderservice.order.usecase;

import io.orderflow.orderservice.order.Order;
import io.orderflow.orderservice.order.OrderKey;
import io.orderflow.orderservice.order.ProgressResult;
import io.orderflow.orderservice.order.ProviderAnswer;
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
            return LineRef.order(order);
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
            return LineRef.line(order, orderLineId);
        }

        @Override
        public ProgressResult applyTo(Order target, Instant at) {
            return target.releaseLine(orderLineId, processInstanceId, at);
        }
    }

    /** @param attempt the attempt to be undone */
    record ReversalReleased(OrderKey order, String orderLineId, int attempt, Cause cause) implements ReportedProgress {

        @Override
        public LineRef touches() {
            return LineRef.line(order, orderLineId);
        }

        @Override
        public ProgressResult applyTo(Order target, Instant at) {
            return target.requestReversal(orderLineId, attempt, at);
        }
    }

    record ProviderAnswered(OrderKey order, ProviderAnswer answer, Cause cause) implements ReportedProgress {

        @Override
        public LineRef touches() {
            return LineRef.line(order, answer.orderLineId());
        }

        @Override
        public ProgressResult applyTo(Order target, Instant at) {
            return answer.applyTo(target, at);
        }
    }

    /** @param decision what somebody who works on the order's process has decided */
    record Decided(OrderKey order, ProcessDecision decision, Cause cause) implements ReportedProgress {

        @Override
        public LineRef touches() {
            return decision.touches(order);
        }

        @Override
        public ProgressResult applyTo(Order target, Instant at) {
            return decision.applyTo(target, at);
        }
    }
}
