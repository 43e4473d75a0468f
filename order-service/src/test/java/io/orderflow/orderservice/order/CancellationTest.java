package io.orderflow.orderservice.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a process decides about an order, and what becomes of the lines of a cancelled one. */
class CancellationTest {

    private static final Instant T1 = Instant.parse("2026-07-02T08:15:31Z");

    @Test
    void onlyWhatAProviderHasInHandOrDeliveredIsReversed() {
        Order order = Orders.requested(
                offer -> PointOfNoReturn.NEVER,
                Drafts.line("a"),
                Drafts.line("b"),
                Drafts.line("c"),
                Drafts.line("d"),
                Drafts.line("e", "b"));
        order.completeLine(Answers.completion("ord_1-1", 1), T1);
        order.failLine(Answers.failure("ord_1-3", 1), T1);
        order.failLine(Answers.failure("ord_1-4", 1), T1);
        order.waiveLine("ord_1-4", "user_42", "why", T1);

        order.cancel("user_42", "why", T1);

        assertThat(((OrderEvent.OrderCancelled) Orders.lastStep(order).event()).lines())
                .containsExactly(
                        new OrderEvent.CancelledLine("ord_1-1", LineStatus.COMPLETED, true, 1),
                        new OrderEvent.CancelledLine("ord_1-2", LineStatus.CANCELLED, true, 1),
                        new OrderEvent.CancelledLine("ord_1-3", LineStatus.CANCELLED, false, null),
                        new OrderEvent.CancelledLine("ord_1-4", LineStatus.WAIVED, false, null),
                        new OrderEvent.CancelledLine("ord_1-5", LineStatus.CANCELLED, false, null));
    }

    @Test
    void aReversalIsAskedForOnceAndAnsweredOnce() {
        Order order = Orders.requested(Drafts.line("a"), Drafts.line("b", "a"));
        order.cancel("user_42", "why", T1);

        assertThat(order.requestReversal("ord_1-1", 1, T1)).isEqualTo(ProgressResult.APPLIED);
        assertThat(Orders.lastStep(order).event())
                .isInstanceOfSatisfying(
                        OrderEvent.OrderLineReversalRequested.class,
                        fact -> assertThat(fact.idempotencyKey()).isEqualTo("ord_1-1:1"));
        assertThat(order.requestReversal("ord_1-1", 1, T1)).isInstanceOf(ProgressResult.Stale.class);
        assertThat(order.completeLine(Answers.completion("ord_1-1", 1), T1)).isInstanceOf(ProgressResult.Stale.class);
        assertThat(order.reverseLine(Answers.reversal("ord_1-1", 1), T1)).isEqualTo(ProgressResult.APPLIED);
        assertThat(order.reverseLine(Answers.reversal("ord_1-1", 1), T1)).isInstanceOf(ProgressResult.Stale.class);

        assertThat(Orders.statuses(order)).containsExactly("REVERSED", "CANCELLED");
        assertThat(order.progress().status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void whatNeedsNoReversalIsNotReversed() {
        Order order = Orders.requested(Drafts.line("a"), Drafts.line("b", "a"));
        assertThat(order.requestReversal("ord_1-1", 1, T1)).isInstanceOf(ProgressResult.Conflict.class);
        order.cancel("user_42", "why", T1);

        assertThat(order.requestReversal("ord_1-2", 1, T1)).isInstanceOf(ProgressResult.Conflict.class);
        assertThat(order.requestReversal("ord_1-1", 2, T1)).isInstanceOf(ProgressResult.Conflict.class);
        assertThat(order.reverseLine(Answers.reversal("ord_1-1", 1), T1)).isInstanceOf(ProgressResult.Conflict.class);
    }

    @Test
    void aRefusalOfWhatTheProcessDecidedIsAStepOfItsOwn() {
        Order order = Orders.requested(Drafts.line("a"), Drafts.line("b"));
        order.completeLine(Answers.completion("ord_1-1", 1), T1);
        order.failLine(Answers.failure("ord_1-2", 1), T1);
        long version = order.progress().version();

        assertThat(order.cancelAsDecided(new CancellationDecision("user_42", "No use", "ord_1-2", 1), T1))
                .isEqualTo(ProgressResult.APPLIED);

        Transition step = Orders.lastStep(order);
        assertThat(step.version()).isEqualTo(version + 1);
        assertThat(step.from() + " " + step.to()).isEqualTo("ACTIVE ACTIVE");
        assertThat(step.event())
                .isEqualTo(new OrderEvent.OrderCancellationRefused(
                        "ord_1", T1, "user_42", "No use", "past_point_of_no_return", List.of("ord_1-1"), "ord_1-2"));
    }

    @Test
    void aDecisionIsStaleOnceItsLineOrItsOrderHasMovedOn() {
        Order order = Orders.requested(Drafts.line("a"), Drafts.line("b"));
        order.failLine(Answers.failure("ord_1-2", 1), T1);
        order.retryLine("ord_1-2", "why", T1);
        CancellationDecision late = new CancellationDecision("user_42", "No use", "ord_1-2", 1);

        assertThat(order.cancelAsDecided(late, T1)).isInstanceOf(ProgressResult.Stale.class);
        order.failLine(Answers.failure("ord_1-2", 2), T1);
        assertThat(order.cancelAsDecided(late, T1)).isInstanceOf(ProgressResult.Stale.class);
        assertThat(order.cancelAsDecided(new CancellationDecision("user_42", "Declined", null, null), T1))
                .isEqualTo(ProgressResult.APPLIED);
        assertThat(order.progress().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(order.cancelAsDecided(new CancellationDecision("user_42", "Declined", null, null), T1))
                .isInstanceOf(ProgressResult.Stale.class);
        assertThat(order.cancelAsDecided(new CancellationDecision("user_42", "why", "ord_1-9", 1), T1))
                .isInstanceOf(ProgressResult.Unknown.class);
    }
}
