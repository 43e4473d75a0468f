package io.orderflow.orderservice.order.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.orderservice.order.CancellationResult;
import io.orderflow.orderservice.order.OrderKey;
import io.orderflow.orderservice.order.ProgressResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class CompletionRaces {

    private static final int PAIRS = 5_000;
    private static final int LINES = 675;

    private final TwoNodes nodes;

    CompletionRaces(TwoNodes nodes) {
        this.nodes = nodes;
    }

    @Test
    void aCancellationRacesTheLastCompletionAndOneWins() throws Exception {
        try (ManyOrders race = new ManyOrders(nodes.first())) {
            List<OrderKey> orders = race.requested(PAIRS);
            CancelOrder cancelOrder = nodes.first().bean(CancelOrder.class);
            RecordProgress progress = nodes.second().bean(RecordProgress.class);
            CancellationResult[] cancellations = new CancellationResult[PAIRS];
            ProgressResult[] completions = new ProgressResult[PAIRS];
            nodes.race(
                    PAIRS,
                    i -> cancellations[i] = cancelOrder
                            .cancel(orders.get(i).orderId(), "race", ExpectedVersion.any(), ManyOrders.ALICE)
                            .orElseThrow(),
                    i -> completions[i] = progress.record(List.of(ManyOrders.completion(orders.get(i), 1)))
                            .get(0));

            int cancelled = 0;
            for (int i = 0; i < PAIRS; i++) {
                if (cancellations[i] instanceof CancellationResult.Cancelled) {
                    cancelled++;
                    assertThat(completions[i]).isEqualTo(new ProgressResult.Stale("the line is CANCELLED"));
                } else {
                    assertThat(cancellations[i]).isInstanceOf(CancellationResult.NotCancellable.class);
                    assertThat(completions[i]).isEqualTo(ProgressResult.APPLIED);
                }
            }
            System.out.printf(
                    "%d orders cancelled and completed at once: cancelled %d, completed %d%n",
                    PAIRS, cancelled, PAIRS - cancelled);
            assertThat(cancelled).as("both win some").isBetween(1, PAIRS - 1);
            assertThat(race.ordersThatAre("CANCELLED")).isEqualTo(cancelled);
            assertThat(race.ordersThatAre("COMPLETED")).isEqualTo(PAIRS - cancelled);
            assertThat(race.refusals()).as("every refused cancellation is kept").isEqualTo(PAIRS - cancelled);
            race.assertNothingIsLostOrDoubled();
        }
    }

    /** Every line is reported by both nodes, each in an order of its own. */
    @Test
    void allLinesOfABigOrderCompleteAtOnceAndEachOnce() throws Exception {
        try (ManyOrders race = new ManyOrders(nodes.first())) {
            OrderKey order = race.requested(1, "O-1", LINES).get(0);
            List<Integer> here = shuffled(1);
            List<Integer> there = shuffled(2);
            ProgressResult[] reportedHere = new ProgressResult[LINES];
            ProgressResult[] reportedThere = new ProgressResult[LINES];
            RecordProgress first = nodes.first().bean(RecordProgress.class);
            RecordProgress second = nodes.second().bean(RecordProgress.class);
            nodes.race(
                    LINES,
                    i -> reportedHere[here.get(i) - 1] = first.record(
                                    List.of(ManyOrders.completion(order, here.get(i))))
                            .get(0),
                    i -> reportedThere[there.get(i) - 1] = second.record(
                                    List.of(ManyOrders.completion(order, there.get(i))))
                            .get(0));

            int wonHere = 0;
            for (int line = 0; line < LINES; line++) {
                boolean appliedHere = reportedHere[line].equals(ProgressResult.APPLIED);
                assertThat(appliedHere ? reportedThere[line] : reportedHere[line])
                        .isEqualTo(new ProgressResult.Stale("the line is COMPLETED"));
                assertThat(appliedHere ? reportedHere[line] : reportedThere[line])
                        .isEqualTo(ProgressResult.APPLIED);
                wonHere += appliedHere ? 1 : 0;
            }
            System.out.printf(
                    "%d lines of one order completed at once by both nodes: the one was first for %d, the other for %d%n",
                    LINES, wonHere, LINES - wonHere);
            assertThat(wonHere).as("both win some").isBetween(1, LINES - 1);
            assertThat(race.linesThatAre("COMPLETED")).isEqualTo(LINES);
            assertThat(race.count(
                            "select completed_lines from orders where status = 'COMPLETED' and quote_id like :run"))
                    .isEqualTo(LINES);
            assertThat(race.count("select version from orders where quote_id like :run"))
                    .isEqualTo(3 + 3 * LINES + 1);
            race.assertNothingIsLostOrDoubled();
        }
    }

    private static List<Integer> shuffled(long seed) {
        List<Integer> numbers =
                new ArrayList<>(IntStream.rangeClosed(1, LINES).boxed().toList());
        Collections.shuffle(numbers, new Random(seed));
        return numbers;
    }
}
