package io.orderflow.orderservice.order;

import java.time.Instant;

/** What becomes of a line that a provider has given up: asked for again, or waived. */
final class LineFallout {

    private final OrderState order;
    private final LineFulfillment fulfillment;

    LineFallout(OrderState order, LineFulfillment fulfillment) {
        this.order = order;
        this.fulfillment = fulfillment;
    }

    ProgressResult fail(OrderLine line, ProviderAnswer.Failure failure, Instant at) {
        return switch (line.status()) {
            case REQUESTED -> {
                if (!line.isAnsweredBy(failure)) {
                    yield LineFulfillment.refusal(line, failure);
                }
                line.fail(failure, at);
                order.lineMoved(
                        line,
                        LineStatus.REQUESTED,
                        OrderEvents.failed(order.terms, line, failure, at),
                        "%s: %s".formatted(failure.errorCode(), failure.reason()),
                        at);
                yield ProgressResult.APPLIED;
            }
            case FAILED, WAIVED ->
                line.isAnsweredBy(failure)
                        ? new ProgressResult.Stale("the line is %s".formatted(line.status()))
                        : LineFulfillment.refusal(line, failure);
            case COMPLETED ->
                line.isAnsweredBy(failure)
                        ? new ProgressResult.Conflict("conflicting_event", "the provider has fulfilled this attempt")
                        : LineFulfillment.refusal(line, failure);
            case CANCELLED, REVERSING, REVERSED -> new ProgressResult.Stale("the line is %s".formatted(line.status()));
            case PENDING, RELEASED -> LineFulfillment.refusal(line, failure);
        };
    }

    LineDecisionResult retry(OrderLine line, String reason, Instant at) {
        if (!awaitsDecision(line)) {
            return new LineDecisionResult.NotPossible(order.status(), line.status());
        }
        fulfillment.request(line, reason, at);
        return LineDecisionResult.APPLIED;
    }

    LineDecisionResult waive(OrderLine line, String by, String reason, Instant at) {
        if (!awaitsDecision(line)) {
            return new LineDecisionResult.NotPossible(order.status(), line.status());
        }
        line.waive();
        order.lineMoved(line, LineStatus.FAILED, OrderEvents.waived(order.terms, line, by, reason, at), reason, at);
        fulfillment.settled(line, at);
        return LineDecisionResult.APPLIED;
    }

    private boolean awaitsDecision(OrderLine line) {
        return order.status() == OrderStatus.ACTIVE && line.status() == LineStatus.FAILED;
    }
}
