package io.orderflow.orderservice.order.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.orderservice.order.CancellationDecision;
import io.orderflow.orderservice.order.CancellationResult;
import io.orderflow.orderservice.order.OrderKey;
import io.orderflow.orderservice.order.ProgressResult;
import io.orderflow.orderservice.order.ProviderAnswer;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

abstract class CancellationRaces {

    private static final int PAIRS = 1_000;

    private final TwoNodes nodes;

    CancellationRaces(TwoNodes nodes) {
        this.nodes = nodes;
    }

    /** The order is cancelled in any case; what was in the provider's hands by then decides whether it is taken back. */
    @Test
    void aCancellationRacesAFailureAndOnlyWhatDidNotFailIsTakenBack() throws Exception {
        try (ManyOrders race = new ManyOrders(nodes.first())) {
            List<OrderKey> orders = race.requested(PAIRS);
            CancelOrder cancelOrder = nodes.first().bean(CancelOrder.class);
            RecordProgress progress = nodes.second().bean(RecordProgress.class);
            CancellationResult[] cancellations = new CancellationResult[PAIRS];
            ProgressResult[] failures = new ProgressResult[PAIRS];
            nodes.race(
                    PAIRS,
                    i -> cancellations[i] = cancelOrder
                            .cancel(orders.get(i).orderId(), "race", ExpectedVersion.any(), ManyOrders.ALICE)
                            .orElseThrow(),
                    i -> failures[i] = progress.record(List.of(ManyOrders.failure(orders.get(i), 1)))
                            .get(0));

            int failed = 0;
            for (int i = 0; i < PAIRS; i++) {
                assertThat(cancellations[i]).isInstanceOf(CancellationResult.Cancelled.class);
                if (failures[i].equals(ProgressResult.APPLIED)) {
                    failed++;
                } else {
                    assertThat(failures[i]).isEqualTo(new ProgressResult.Stale("the line is CANCELLED"));
                }
            }
            System.out.printf(
                    "%d orders cancelled while their line failed: the failure was first for %d, the cancellation for %d%n",
                    PAIRS, failed, PAIRS - failed);
            assertThat(failed).as("both win some").isBetween(1, PAIRS - 1);
            assertThat(race.linesThatAre("CANCELLED")).isEqualTo(PAIRS);
            String lines =
                    "select count(*) from order_lines l join orders o on o.id = l.order_id where o.quote_id like :run";
            assertThat(race.count(lines + " and l.failure_code is not null and not l.reversal_required"))
                    .isEqualTo(failed);
            assertThat(race.count(lines + " and l.failure_code is null and l.reversal_required"))
                    .isEqualTo(PAIRS - failed);
            race.assertNothingIsLostOrDoubled();
        }
    }

    @Test
    void aReversalIsAskedForAndAnsweredOnceHoweverManyNodesHearOfIt() throws Exception {
        try (ManyOrders race = new ManyOrders(nodes.first())) {
            List<OrderKey> orders = race.requested(PAIRS);
            race.apply(
                    orders,
                    order -> new ReportedProgress.Decided(
                            order,
                            new ProcessDecision.Cancellation(new CancellationDecision("user_42", "race", null, null)),
                            ManyOrders.CAUSE));
            int releasedHere = heardByBoth(
                    orders,
                    order -> new ReportedProgress.ReversalReleased(order, order.orderId() + "-1", 1, ManyOrders.CAUSE));
            assertThat(race.linesThatAre("REVERSING")).isEqualTo(PAIRS);
            int answeredHere = heardByBoth(orders, order -> {
                String id = order.orderId() + "-1";
                return new ReportedProgress.ProviderAnswered(
                        order, new ProviderAnswer.Reversal(id, 1, id + ":1", "ref", "back"), ManyOrders.CAUSE);
            });
            System.out.printf(
                    "%d reversals heard of by both nodes: the one asked for %d and recorded %d, the other %d and %d%n",
                    PAIRS, releasedHere, answeredHere, PAIRS - releasedHere, PAIRS - answeredHere);
            assertThat(race.linesThatAre("REVERSED")).isEqualTo(PAIRS);
            assertThat(race.ordersThatAre("CANCELLED")).isEqualTo(PAIRS);
            race.assertNothingIsLostOrDoubled();
        }
    }

    /** @return how often the first node was first */
    private int heardByBoth(List<OrderKey> orders, Function<OrderKey, ReportedProgress> report) throws Exception {
        RecordProgress first = nodes.first().bean(RecordProgress.class);
        RecordProgress second = nodes.second().bean(RecordProgress.class);
        ProgressResult[] here = new ProgressResult[PAIRS];
        ProgressResult[] there = new ProgressResult[PAIRS];
        nodes.race(
                PAIRS,
                i -> here[i] =
                        first.record(List.of(report.apply(orders.get(i)))).get(0),
                i -> there[i] =
                        second.record(List.of(report.apply(orders.get(i)))).get(0));
        int wonHere = 0;
        for (int i = 0; i < PAIRS; i++) {
            boolean appliedHere = here[i].equals(ProgressResult.APPLIED);
            assertThat(appliedHere ? there[i] : here[i]).isInstanceOf(ProgressResult.Stale.class);
            assertThat(appliedHere ? here[i] : there[i]).isEqualTo(ProgressResult.APPLIED);
            wonHere += appliedHere ? 1 : 0;
        }
        assertThat(wonHere).as("both win some").isBetween(1, PAIRS - 1);
        return wonHere;
    }
}
