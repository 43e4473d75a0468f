package io.orderflow.orderservice.order.usecase;

import io.orderflow.orderservice.order.CancellationDecision;
import io.orderflow.orderservice.order.LineDecisionResult;
import io.orderflow.orderservice.order.LineDecisionResult.NotPossible;
import io.orderflow.orderservice.order.LineDecisionResult.UnknownLine;
import io.orderflow.orderservice.order.Order;
import io.orderflow.orderservice.order.OrderKey;
import io.orderflow.orderservice.order.ProgressResult;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decision that somebody took in an order's process. By the time it arrives the order may have moved on: it is stale then,
 * because whoever moved it has decided before.
 */
public sealed interface ProcessDecision {

    LineRef touches(OrderKey order);

    ProgressResult applyTo(Order order, Instant at);

    /** @param attempt the attempt that is asked for: the next one when it was decided */
    record Retry(String orderLineId, int attempt, String reason) implements ProcessDecision {

        @Override
        public LineRef touches(OrderKey order) {
            return LineRef.line(order, orderLineId);
        }

        @Override
        public ProgressResult applyTo(Order order, Instant at) {
            int soFar = order.attemptsAt(orderLineId);
            if (soFar > 0 && attempt <= soFar) {
                return new ProgressResult.Stale("attempt %d was requested before".formatted(attempt));
            }
            if (soFar > 0 && attempt > soFar + 1) {
                return new ProgressResult.Conflict(
                        "unexpected_state",
                        "decides about attempt %d although the line is at attempt %d".formatted(attempt, soFar));
            }
            return progress(order.retryLine(orderLineId, reason, at));
        }
    }

    /** @param attempt the failed attempt that it is about; null for the latest one */
    record Waiver(String orderLineId, @Nullable Integer attempt, String decidedBy, String reason)
            implements ProcessDecision {

        @Override
        public LineRef touches(OrderKey order) {
            return LineRef.line(order, orderLineId);
        }

        @Override
        public ProgressResult applyTo(Order order, Instant at) {
            int soFar = order.attemptsAt(orderLineId);
            if (attempt != null && attempt < soFar) {
                return new ProgressResult.Stale("the line was asked for again: attempt %d".formatted(soFar));
            }
            return progress(order.waiveLine(orderLineId, decidedBy, reason, at));
        }
    }

    record Cancellation(CancellationDecision decision) implements ProcessDecision {

        @Override
        public LineRef touches(OrderKey order) {
            return LineRef.allLines(order);
        }

        @Override
        public ProgressResult applyTo(Order order, Instant at) {
            return order.cancelAsDecided(decision, at);
        }
    }

    private static ProgressResult progress(LineDecisionResult result) {
        if (result instanceof NotPossible not) {
            return new ProgressResult.Stale(
                    "the line is %s and its order %s".formatted(not.lineStatus(), not.orderStatus()));
        }
        if (result instanceof UnknownLine unknown) {
            return new ProgressResult.Unknown("the order has no line " + unknown.orderLineId());
        }
        return ProgressResult.APPLIED;
    }
}
