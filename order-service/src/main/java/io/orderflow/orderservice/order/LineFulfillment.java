package io.orderflow.orderservice.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How lines get fulfilled: released by the process, requested when nothing else comes first, completed by a provider. */
final class LineFulfillment {

    private final OrderState order;

    LineFulfillment(OrderState order) {
        this.order = order;
    }

    ProgressResult release(OrderLine line, String byProcessInstance, Instant at) {
        return switch (order.status()) {
            case ACTIVE -> {
                if (line.status() != LineStatus.PENDING) {
                    yield new ProgressResult.Stale("the line is %s".formatted(line.status()));
                }
                line.release();
                order.lineMoved(
                        line,
                        LineStatus.PENDING,
                        new OrderEvent.OrderLineStarted(order.orderId(), line.id(), at, byProcessInstance),
                        null,
                        at);
                requestIfPossible(line, at);
                yield ProgressResult.APPLIED;
            }
            case COMPLETED, CANCELLED, REJECTED ->
                new ProgressResult.Stale("the order is %s".formatted(order.status()));
            case CAPTURED, VALIDATED ->
                new ProgressResult.Conflict("unexpected_state", "a line was released before the order became active");
        };
    }

    ProgressResult complete(OrderLine line, ProviderAnswer.Completion completion, Instant at) {
        return switch (line.status()) {
            case REQUESTED -> {
                if (!line.isAnsweredBy(completion)) {
                    yield contradiction(line, completion);
                }
                line.complete(completion.providerReference());
                order.lineMoved(
                        line, LineStatus.REQUESTED, OrderEvents.completed(order.terms, line, completion, at), null, at);
                settled(line, at);
                yield ProgressResult.APPLIED;
            }
            case COMPLETED ->
                line.wasCompletedBy(completion)
                        ? new ProgressResult.Stale("the line is COMPLETED")
                        : new ProgressResult.Conflict(
                                "conflicting_event", "the line was completed before, by another delivery");
            case FAILED, WAIVED, PENDING, RELEASED -> contradiction(line, completion);
            case CANCELLED, REVERSING, REVERSED -> new ProgressResult.Stale("the line is %s".formatted(line.status()));
        };
    }

    /** Asks a provider, for the first time or again. */
    void request(OrderLine line, @Nullable String reason, Instant at) {
        LineStatus before = line.status();
        line.request();
        order.lineMoved(line, before, OrderEvents.requested(order.terms, line, at), reason, at);
    }

    /** The order waits for the line no more: lines that waited for it are requested, and the last one completes the order. */
    void settled(OrderLine line, Instant at) {
        for (int number : line.terms().dependants()) {
            OrderLine dependant = order.lines.get(number);
            dependant.dependencySettled();
            requestIfPossible(dependant, at);
        }
        int lineCount = order.terms.lineCount();
        if (order.progress().settledLines() == lineCount) {
            order.become(
                    OrderStatus.COMPLETED,
                    new OrderEvent.OrderCompleted(
                            order.orderId(),
                            at,
                            order.terms.totals(),
                            order.terms.currency(),
                            order.lines.outcomes(lineCount)),
                    null,
                    at);
        }
    }

    /** What to say to an answer to another request than the latest. */
    static ProgressResult refusal(OrderLine line, ProviderAnswer answer) {
        return answer.attempt() < line.attempt()
                ? new ProgressResult.Stale("attempt %d was given up".formatted(answer.attempt()))
                : new ProgressResult.Conflict(
                        "conflicting_event",
                        "answers a request that was never made: the line is %s at attempt %d"
                                .formatted(line.status(), line.attempt()));
    }

    /** Nothing but a failure ends an attempt before the next one: who completes it all the same may have delivered twice. */
    private static ProgressResult contradiction(OrderLine line, ProviderAnswer.Completion completion) {
        boolean ofAnAttemptThatFailed = completion.attempt() < line.attempt() || line.isAnsweredBy(completion);
        return ofAnAttemptThatFailed
                ? new ProgressResult.Conflict(
                        "conflicting_event",
                        "the provider has reported attempt %d as failed; the line is %s at attempt %d"
                                .formatted(completion.attempt(), line.status(), line.attempt()))
                : refusal(line, completion);
    }

    private void requestIfPossible(OrderLine line, Instant at) {
        if (line.canBeRequested()) {
            request(line, null, at);
        }
    }
}
