package io.orderflow.orderservice.order.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.orderservice.OrderServiceNode;
import io.orderflow.orderservice.order.CancellationResult;
import io.orderflow.orderservice.order.LineDecisionResult;
import io.orderflow.orderservice.order.OrderKey;
import io.orderflow.orderservice.order.ProgressResult;
import java.util.List;
import org.junit.jupiter.api.Test;

abstract class FalloutRaces {

    private static final int ORDERS = 1_000;

    private final TwoNodes nodes;

    FalloutRaces(TwoNodes nodes) {
        this.nodes = nodes;
    }

    /** The only line has failed. Asked for again it keeps its order from being cancelled, waived it completes it. */
    @Test
    void aRetryAWaiverAndACancellationRaceForAFailedLineAndOneWins() throws Exception {
        try (ManyOrders race = new ManyOrders(nodes.first())) {
            List<OrderKey> orders = race.requested(ORDERS, OrderServiceNode.FIRM_OFFER, 1);
            race.apply(orders, order -> ManyOrders.failure(order, 1));
            DecideLine decideLine = nodes.first().bean(DecideLine.class);
            RecordProgress progress = nodes.second().bean(RecordProgress.class);
            CancelOrder cancelOrder = nodes.second().bean(CancelOrder.class);
            LineDecisionResult[] retries = new LineDecisionResult[ORDERS];
            ProgressResult[] waivers = new ProgressResult[ORDERS];
            CancellationResult[] cancellations = new CancellationResult[ORDERS];
            nodes.race(
                    ORDERS,
                    i -> retries[i] = decideLine
                            .retry(
                                    orders.get(i).orderId(),
                                    orders.get(i).orderId() + "-1",
                                    "race",
                                    ExpectedVersion.any(),
                                    ManyOrders.ALICE)
                            .orElseThrow(),
                    i -> waivers[i] =
                            progress.record(List.of(waiver(orders.get(i)))).get(0),
                    i -> cancellations[i] = cancelOrder
                            .cancel(orders.get(i).orderId(), "race", ExpectedVersion.any(), ManyOrders.ALICE)
                            .orElseThrow());

            int retried = 0;
            int waived = 0;
            int cancelled = 0;
            for (int i = 0; i < ORDERS; i++) {
                boolean retry = retries[i].equals(LineDecisionResult.APPLIED);
                boolean waiver = waivers[i].equals(ProgressResult.APPLIED);
                boolean cancellation = cancellations[i] instanceof CancellationResult.Cancelled;
                assertThat((retry ? 1 : 0) + (waiver ? 1 : 0) + (cancellation ? 1 : 0))
                        .as("%s, %s, %s", retries[i], waivers[i], cancellations[i])
                        .isEqualTo(1);
                assertThat(retry || retries[i] instanceof LineDecisionResult.NotPossible)
                        .isTrue();
                assertThat(waiver || waivers[i] instanceof ProgressResult.Stale).isTrue();
                retried += retry ? 1 : 0;
                waived += waiver ? 1 : 0;
                cancelled += cancellation ? 1 : 0;
            }
            System.out.printf(
                    "%d failed lines decided about in three ways at once: retried %d, waived %d, cancelled %d%n",
                    ORDERS, retried, waived, cancelled);
            assertThat(List.of(retried, waived, cancelled)).as("each wins some").allMatch(won -> won > 0);
            assertThat(race.linesThatAre("REQUESTED")).isEqualTo(retried);
            assertThat(race.ordersThatAre("ACTIVE")).isEqualTo(retried);
            assertThat(race.linesThatAre("WAIVED")).isEqualTo(waived);
            assertThat(race.ordersThatAre("COMPLETED")).isEqualTo(waived);
            assertThat(race.linesThatAre("CANCELLED")).isEqualTo(cancelled);
            assertThat(race.ordersThatAre("CANCELLED")).isEqualTo(cancelled);
            assertThat(race.refusals()).as("every refused cancellation is kept").isEqualTo(ORDERS - cancelled);
            race.assertNothingIsLostOrDoubled();
        }
    }

    private static ReportedProgress waiver(OrderKey order) {
        return new ReportedProgress.Decided(
                order, new ProcessDecision.Waiver(order.orderId() + "-1", 1, "user_42", "race"), ManyOrders.CAUSE);
    }
}
