package io.orderflow.orderservice.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineFalloutTest {

    private static final Instant T0 = Instant.parse("2026-07-02T08:15:30Z");
    private static final Instant T1 = T0.plusSeconds(1);

    @Test
    void aFailedLineSaysWhyAndAwaitsADecision() {
        Order order = Orders.requested(Drafts.line("a"), Drafts.line("b", "a"));

        assertThat(order.failLine(Answers.failure("ord_1-1", 1), T1)).isEqualTo(ProgressResult.APPLIED);

        Transition step = Orders.lastStep(order);
        assertThat(step.from() + " " + step.to()).isEqualTo("REQUESTED FAILED");
        assertThat(step.reason()).isEqualTo("out_of_stock: Not in stock until August");
        OrderEvent.OrderLineFailed fact = (OrderEvent.OrderLineFailed) step.event();
        assertThat(fact.attempt()).isEqualTo(1);
        assertThat(fact.retryable()).isTrue();
        assertThat(fact.line().offerId()).isEqualTo("OFFER-a");
        assertThat(Orders.line(order, 1).failure())
                .isEqualTo(new LineFailure("out_of_stock", "Not in stock until August", true, T1));
        assertThat(Orders.statuses(order)).containsExactly("FAILED", "RELEASED");
    }

    @Test
    void aRetryAsksUnderTheNextAttemptAndAnOldFailureIsStale() {
        Order order = Orders.requested(Drafts.line("a"));
        order.failLine(Answers.failure("ord_1-1", 1), T1);

        assertThat(order.retryLine("ord_1-1", "The stock came in", T1)).isEqualTo(LineDecisionResult.APPLIED);

        Transition step = Orders.lastStep(order);
        OrderEvent.OrderLineFulfillmentRequested asked = (OrderEvent.OrderLineFulfillmentRequested) step.event();
        assertThat(asked.attempt()).isEqualTo(2);
        assertThat(asked.idempotencyKey()).isEqualTo("ord_1-1:2");
        assertThat(step.reason()).isEqualTo("The stock came in");
        assertThat(order.failLine(Answers.failure("ord_1-1", 1), T1)).isInstanceOf(ProgressResult.Stale.class);
        assertThat(order.completeLine(Answers.completion("ord_1-1", 2), T1)).isEqualTo(ProgressResult.APPLIED);
        assertThat(order.progress().status()).isEqualTo(OrderStatus.COMPLETED);
    }

    @Test
    void aWaivedLineLetsOthersGoOnAndCountsTowardsCompletion() {
        Order order = Orders.requested(Drafts.line("a"), Drafts.line("b", "a"));
        order.failLine(Answers.failure("ord_1-1", 1), T1);

        assertThat(order.waiveLine("ord_1-1", "user_42", "Goes without it", T1)).isEqualTo(LineDecisionResult.APPLIED);
        assertThat(Orders.statuses(order)).containsExactly("WAIVED", "REQUESTED");
        order.completeLine(Answers.completion("ord_1-2", 1), T1);

        OrderEvent.OrderCompleted fact =
                (OrderEvent.OrderCompleted) Orders.lastStep(order).event();
        assertThat(fact.lines())
                .containsExactly(
                        new OrderEvent.CompletedLine("ord_1-1", LineStatus.WAIVED),
                        new OrderEvent.CompletedLine("ord_1-2", LineStatus.COMPLETED));
        assertThat(fact.currency()).isEqualTo("GBP");
        assertThat(order.progress().waivedLines()).isEqualTo(1);
    }

    @Test
    void onlyAFailedLineOfAnActiveOrderLeavesSomethingToDecide() {
        Order order = Orders.requested(Drafts.line("a"), Drafts.line("b"));
        order.failLine(Answers.failure("ord_1-2", 1), T1);

        assertThat(order.retryLine("ord_1-1", "why", T1))
                .isEqualTo(new LineDecisionResult.NotPossible(OrderStatus.ACTIVE, LineStatus.REQUESTED));
        assertThat(order.waiveLine("ord_1-9", "user_42", "why", T1))
                .isEqualTo(new LineDecisionResult.UnknownLine("ord_1-9"));
        order.cancel("user_42", "why", T1);
        assertThat(order.waiveLine("ord_1-2", "user_42", "why", T1))
                .isEqualTo(new LineDecisionResult.NotPossible(OrderStatus.CANCELLED, LineStatus.CANCELLED));
    }

    @Test
    void contradictionsAreConflictsAndRepetitionsAreStale() {
        Order order = Orders.requested(Drafts.line("a"), Drafts.line("b"));
        order.completeLine(Answers.completion("ord_1-1", 1), T1);
        order.failLine(Answers.failure("ord_1-2", 1), T1);
        order.takeTransitions();

        for (ProgressResult contradiction : List.of(
                order.failLine(Answers.failure("ord_1-1", 1), T1),
                order.completeLine(Answers.completion("ord_1-2", 1), T1),
                order.failLine(Answers.failure("ord_1-1", 2), T1),
                completedAfterItWasAskedForAgain())) {
            assertThat(contradiction)
                    .isInstanceOfSatisfying(ProgressResult.Conflict.class, conflict -> assertThat(conflict.code())
                            .isEqualTo("conflicting_event"));
        }
        assertThat(order.failLine(Answers.failure("ord_1-2", 1), T1)).isInstanceOf(ProgressResult.Stale.class);
        order.waiveLine("ord_1-2", "user_42", "why", T1);
        assertThat(order.failLine(Answers.failure("ord_1-2", 1), T1)).isInstanceOf(ProgressResult.Stale.class);
    }

    /** Who fulfils an attempt after giving it up may have delivered twice. */
    private static ProgressResult completedAfterItWasAskedForAgain() {
        Order order = Orders.requested(Drafts.line("a"));
        order.failLine(Answers.failure("ord_1-1", 1), T1);
        order.retryLine("ord_1-1", "why", T1);
        return order.completeLine(Answers.completion("ord_1-1", 1), T1);
    }
}
