package io.orderflow.orderservice.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.orderservice.order.OrderEvent.CancelledLine;
import io.orderflow.orderservice.order.OrderEvent.CompletedLine;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderTest {

    private static final OrderKey KEY = new OrderKey("tenant_demo", "ord_1");
    private static final Instant T0 = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant T1 = T0.plusSeconds(60);
    private static final String PROCESS = "process-1";

    @Test
    void anOrderIsBornCapturedAndValidated() {
        Order order = captured(Drafts.line("a"), Drafts.line("b", "a"));

        List<Transition> steps = order.takeTransitions();
        assertThat(steps).extracting(Transition::version).containsExactly(1L, 2L);
        assertThat(steps)
                .extracting(step -> step.from() + " " + step.to())
                .containsExactly("null CAPTURED", "CAPTURED VALIDATED");
        OrderEvent.OrderCaptured fact = (OrderEvent.OrderCaptured) steps.get(0).event();
        assertThat(fact.totals().oneTimeTotal()).isEqualByComparingTo("50");
        assertThat(fact.lineSummaries())
                .extracting(OrderEvent.LineSummary::orderLineId)
                .containsExactly("ord_1-1", "ord_1-2");
        assertThat(fact.lineSummaries().get(1).dependsOn()).containsExactly("ord_1-1");
        assertThat(steps.get(1).event()).isEqualTo(new OrderEvent.OrderValidated("ord_1", T0, 2));
        assertThat(order.takeTransitions()).isEmpty();
    }

    @Test
    void aRejectedOrderIsBornAndEndsInOneStep() {
        Defect defect = new Defect("dependency_cycle", "Closes a cycle.", "/lines/0/dependsOn/0");
        Order order = NewOrders.rejected(KEY, Drafts.of("q_1", Drafts.line("a", "a")), "corr", List.of(defect), T0);

        assertThat(order.progress()).isEqualTo(new OrderProgress(OrderStatus.REJECTED, 1, 0, 0, null, T0));
        assertThat(order.lines()).isEmpty();
        assertThat(order.takeTransitions()).singleElement().satisfies(step -> {
            assertThat(step.event())
                    .isEqualTo(new OrderEvent.OrderRejected("ord_1", "q_1", "cust_1001", T0, List.of(defect)));
            assertThat(step.reason()).contains("dependency_cycle");
        });
        assertThat(order.cancel("user", "why", T1))
                .isEqualTo(new CancellationResult.NotCancellable(OrderStatus.REJECTED));
    }

    @Test
    void theWholeLifeLeavesOneFactPerVersion() {
        Order order = captured(Drafts.line("a"), Drafts.line("b", "a"));
        assertThat(order.activate(PROCESS, T1)).isEqualTo(ProgressResult.APPLIED);
        assertThat(order.releaseLine("ord_1-1", PROCESS, T1)).isEqualTo(ProgressResult.APPLIED);
        assertThat(order.releaseLine("ord_1-2", PROCESS, T1)).isEqualTo(ProgressResult.APPLIED);
        assertThat(order.completeLine(completion("ord_1-1"), T1)).isEqualTo(ProgressResult.APPLIED);
        assertThat(order.completeLine(completion("ord_1-2"), T1)).isEqualTo(ProgressResult.APPLIED);

        List<Transition> steps = order.takeTransitions();
        assertThat(steps)
                .extracting(step -> step.version() + " " + step.event().type() + " " + step.lineId())
                .containsExactly(
                        "1 OrderCaptured null",
                        "2 OrderValidated null",
                        "3 OrderActivated null",
                        "4 OrderLineStarted ord_1-1",
                        "5 OrderLineFulfillmentRequested ord_1-1",
                        "6 OrderLineStarted ord_1-2",
                        "7 OrderLineFulfillmentCompleted ord_1-1",
                        "8 OrderLineFulfillmentRequested ord_1-2",
                        "9 OrderLineFulfillmentCompleted ord_1-2",
                        "10 OrderCompleted null");
        assertThat(((OrderEvent.OrderCompleted) steps.get(9).event()).lines())
                .containsExactly(
                        new CompletedLine("ord_1-1", LineStatus.COMPLETED),
                        new CompletedLine("ord_1-2", LineStatus.COMPLETED));
        assertThat(order.progress()).isEqualTo(new OrderProgress(OrderStatus.COMPLETED, 10, 2, 0, PROCESS, T1));
    }

    @Test
    void aRequestCarriesTheLineAndAKeyForTheOutsideWorld() {
        Order order = active(Drafts.line("a"));
        order.takeTransitions();
        order.releaseLine("ord_1-1", PROCESS, T1);

        assertThat(order.takeTransitions().get(1).event())
                .isEqualTo(new OrderEvent.OrderLineFulfillmentRequested(
                        "ord_1",
                        "ord_1-1",
                        T1,
                        1,
                        "ord_1-1:1",
                        new OrderEvent.LineSnapshot(
                                "OFFER-a", LineAction.ADD, 2, new java.math.BigDecimal("12.50"), null),
                        "cust_1001"));
    }

    @Test
    void aLineWaitsForAllOfItsDependenciesAndForItsRelease() {
        Order order = active(Drafts.line("a"), Drafts.line("b"), Drafts.line("c", "a", "b"), Drafts.line("d", "a"));
        release(order, 1, 2, 3);

        order.completeLine(completion("ord_1-1"), T1);
        assertThat(statuses(order)).containsExactly("COMPLETED", "REQUESTED", "RELEASED", "PENDING");
        order.completeLine(completion("ord_1-2"), T1);
        assertThat(statuses(order)).containsExactly("COMPLETED", "COMPLETED", "REQUESTED", "PENDING");
        release(order, 4);
        assertThat(statuses(order)).containsExactly("COMPLETED", "COMPLETED", "REQUESTED", "REQUESTED");
    }

    @Test
    void activationIsJudgedByWhatTheOrderKnows() {
        Order order = active(Drafts.line("a"));
        assertThat(order.activate(PROCESS, T1)).isInstanceOf(ProgressResult.Stale.class);
        assertThat(code(order.activate("process-2", T1))).isEqualTo("conflicting_event");

        Order cancelledBefore = captured(Drafts.line("a"));
        cancelledBefore.cancel("user", "why", T1);
        assertThat(cancelledBefore.activate(PROCESS, T1)).isInstanceOf(ProgressResult.Stale.class);

        Order rejected = NewOrders.rejected(KEY, Drafts.of("q"), "corr", List.of(), T0);
        assertThat(code(rejected.activate(PROCESS, T1))).isEqualTo("unexpected_state");
    }

    @Test
    void aReleaseIsJudgedByWhatTheOrderKnows() {
        Order order = captured(Drafts.line("a"));
        assertThat(code(order.releaseLine("ord_1-1", PROCESS, T1))).isEqualTo("unexpected_state");
        order.activate(PROCESS, T1);
        assertThat(order.releaseLine("ord_1-7", PROCESS, T1)).isInstanceOf(ProgressResult.Unknown.class);
        order.releaseLine("ord_1-1", PROCESS, T1);
        assertThat(order.releaseLine("ord_1-1", PROCESS, T1)).isInstanceOf(ProgressResult.Stale.class);
        order.cancel("user", "why", T1);
        assertThat(order.releaseLine("ord_1-1", PROCESS, T1)).isInstanceOf(ProgressResult.Stale.class);
    }

    @Test
    void aCompletionIsJudgedByTheRequestItAnswers() {
        Order order = active(Drafts.line("a"), Drafts.line("b"));
        assertThat(code(order.completeLine(completion("ord_1-1"), T1))).isEqualTo("conflicting_event");
        release(order, 1, 2);
        long before = order.progress().version();

        assertThat(order.completeLine(new ProviderAnswer.Completion("ord_1-9", 1, "ord_1-9:1", "ref"), T1))
                .isInstanceOf(ProgressResult.Unknown.class);
        assertThat(code(order.completeLine(new ProviderAnswer.Completion("ord_1-1", 2, "ord_1-1:2", "ref"), T1)))
                .isEqualTo("conflicting_event");
        assertThat(code(order.completeLine(new ProviderAnswer.Completion("ord_1-1", 1, "another key", "ref"), T1)))
                .isEqualTo("conflicting_event");
        assertThat(order.progress().version()).isEqualTo(before);

        assertThat(order.completeLine(completion("ord_1-1"), T1)).isEqualTo(ProgressResult.APPLIED);
        assertThat(order.completeLine(completion("ord_1-1"), T1)).isInstanceOf(ProgressResult.Stale.class);
        assertThat(code(order.completeLine(new ProviderAnswer.Completion("ord_1-1", 1, "ord_1-1:1", "other"), T1)))
                .isEqualTo("conflicting_event");
        assertThat(order.progress().completedLines()).isEqualTo(1);
    }

    @Test
    void whatComesAfterTheCancellationIsStale() {
        Order order = active(Drafts.line("a"));
        release(order, 1);
        order.cancel("user", "why", T1);

        assertThat(order.completeLine(completion("ord_1-1"), T1)).isInstanceOf(ProgressResult.Stale.class);
        assertThat(order.progress().status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void cancellationNamesWhatMustBeReversed() {
        Order order = NewOrders.captured(
                KEY,
                Drafts.of("q", Drafts.line("a"), Drafts.line("b"), Drafts.line("c", "b"), Drafts.line("d")),
                "corr",
                offer -> PointOfNoReturn.NEVER,
                T0);
        order.activate(PROCESS, T0);
        release(order, 1, 2, 3);
        order.completeLine(completion("ord_1-1"), T0);
        order.takeTransitions();

        assertThat(order.cancel("alice", "changed their mind", T1)).isInstanceOf(CancellationResult.Cancelled.class);
        assertThat(order.takeTransitions()).singleElement().satisfies(step -> {
            assertThat(step.reason()).isEqualTo("changed their mind");
            assertThat(step.event())
                    .isEqualTo(new OrderEvent.OrderCancelled(
                            "ord_1",
                            T1,
                            "alice",
                            "changed their mind",
                            List.of(
                                    new CancelledLine("ord_1-1", LineStatus.COMPLETED, true, 1),
                                    new CancelledLine("ord_1-2", LineStatus.CANCELLED, true, 1),
                                    new CancelledLine("ord_1-3", LineStatus.CANCELLED, false, null),
                                    new CancelledLine("ord_1-4", LineStatus.CANCELLED, false, null))));
        });
        assertThat(order.cancel("bob", "again", T1)).isInstanceOf(CancellationResult.AlreadyCancelled.class);
        assertThat(order.takeTransitions()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(PointOfNoReturn.class)
    void onlyLinesPastTheirPointOfNoReturnStandInTheWay(PointOfNoReturn point) {
        Order order = NewOrders.captured(
                KEY, Drafts.of("q", Drafts.line("a"), Drafts.line("b"), Drafts.line("c")), "corr", offer -> point, T0);
        order.activate(PROCESS, T0);
        release(order, 1, 2);
        order.completeLine(completion("ord_1-1"), T0);

        CancellationResult result = order.cancel("user", "why", T1);
        switch (point) {
            case ONCE_REQUESTED ->
                assertThat(result).isEqualTo(new CancellationResult.PastPointOfNoReturn(List.of("ord_1-1", "ord_1-2")));
            case ONCE_COMPLETED ->
                assertThat(result).isEqualTo(new CancellationResult.PastPointOfNoReturn(List.of("ord_1-1")));
            case NEVER -> assertThat(result).isInstanceOf(CancellationResult.Cancelled.class);
        }
    }

    @Test
    void aCompletedOrderCannotBeCancelled() {
        Order order = active(Drafts.line("a"));
        release(order, 1);
        order.completeLine(completion("ord_1-1"), T1);

        assertThat(order.cancel("user", "why", T1))
                .isEqualTo(new CancellationResult.NotCancellable(OrderStatus.COMPLETED));
    }

    @Test
    void anOrderCanBeLoadedWithOnlyTheLinesThatAreTouched() {
        Order whole = active(Drafts.line("a"), Drafts.line("b", "a"), Drafts.line("c"));
        release(whole, 1, 2);
        List<OrderLine> firstAndItsDependant = List.copyOf(whole.lines()).subList(0, 2);

        Order part = Order.stored(whole.terms(), whole.progress(), firstAndItsDependant);
        assertThat(part.completeLine(completion("ord_1-1"), T1)).isEqualTo(ProgressResult.APPLIED);
        assertThat(part.lines())
                .extracting(line -> line.progress().status())
                .containsExactly(LineStatus.COMPLETED, LineStatus.REQUESTED);
        assertThatThrownBy(() -> part.cancel("user", "why", T1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2 of 3 lines");
        assertThatThrownBy(() -> Order.stored(whole.terms(), whole.progress(), List.of(activeLine(whole)))
                        .completeLine(completion("ord_1-1"), T1))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anOrderOf675LinesCompletes() {
        List<DraftLine> star = IntStream.rangeClosed(1, 675)
                .mapToObj(i -> i == 1 ? Drafts.line("l1") : Drafts.line("l" + i, "l1"))
                .toList();
        Order order =
                NewOrders.captured(KEY, Drafts.of("q", star), "corr", offer -> PointOfNoReturn.ONCE_COMPLETED, T0);
        order.activate(PROCESS, T0);
        for (int i = 1; i <= 675; i++) {
            order.releaseLine("ord_1-" + i, PROCESS, T1);
        }
        for (int i = 1; i <= 675; i++) {
            assertThat(order.completeLine(completion("ord_1-" + i), T1)).isEqualTo(ProgressResult.APPLIED);
        }

        assertThat(order.progress().status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(order.progress().version()).isEqualTo(3 + 675 * 3 + 1);
        assertThat(order.takeTransitions())
                .extracting(Transition::version)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 3 + 675 * 3 + 1)
                        .mapToObj(Long::valueOf)
                        .toList());
    }

    private static OrderLine activeLine(Order order) {
        LineTerms terms = order.lines().iterator().next().terms();
        return new OrderLine(terms, new LineProgress(LineStatus.REQUESTED, 0, 1, null, null, false));
    }

    private static Order captured(DraftLine... lines) {
        return NewOrders.captured(KEY, Drafts.of("q_1", lines), "corr", offer -> PointOfNoReturn.ONCE_COMPLETED, T0);
    }

    private static Order active(DraftLine... lines) {
        Order order = captured(lines);
        order.activate(PROCESS, T0);
        return order;
    }

    private static void release(Order order, int... numbers) {
        for (int number : numbers) {
            assertThat(order.releaseLine("ord_1-" + number, PROCESS, T1)).isEqualTo(ProgressResult.APPLIED);
        }
    }

    private static ProviderAnswer.Completion completion(String lineId) {
        return new ProviderAnswer.Completion(lineId, 1, lineId + ":1", "ref-" + lineId);
    }

    private static List<String> statuses(Order order) {
        return order.lines().stream()
                .map(line -> line.progress().status().name())
                .toList();
    }

    private static String code(ProgressResult result) {
        assertThat(result).isInstanceOf(ProgressResult.Conflict.class);
        return ((ProgressResult.Conflict) result).code();
    }
}
