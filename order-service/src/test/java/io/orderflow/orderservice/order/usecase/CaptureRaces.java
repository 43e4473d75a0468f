package io.orderflow.orderservice.order.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.orderservice.OrderServiceNode;
import io.orderflow.orderservice.order.Drafts;
import io.orderflow.orderservice.order.OrderDraft;
import io.orderflow.orderservice.order.OrderKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class CaptureRaces {

    private static final int PAIRS = 5_000;

    private final TwoNodes nodes;

    CaptureRaces(TwoNodes nodes) {
        this.nodes = nodes;
    }

    @Test
    void commandAndEventRaceForTheSameQuoteAndOneCaptures() throws Exception {
        try (ManyOrders orders = new ManyOrders(nodes.first())) {
            CaptureOrder here = nodes.first().bean(CaptureOrder.class);
            CaptureOrder there = nodes.second().bean(CaptureOrder.class);
            String run = UUID.randomUUID().toString();
            List<OrderDraft> drafts = IntStream.range(0, PAIRS)
                    .mapToObj(number -> orders.draft(number, "O-1", 2))
                    .toList();
            CaptureResult[] commands = new CaptureResult[PAIRS];
            QuoteResult[] events = new QuoteResult[PAIRS];
            nodes.race(
                    PAIRS,
                    i -> commands[i] = here.byCommand(drafts.get(i), run + i, ManyOrders.ALICE),
                    i -> events[i] = there.byQuotes(List.of(
                                    new AcceptedQuote(OrderServiceNode.TENANT, drafts.get(i), ManyOrders.CAUSE)))
                            .get(0));
            CaptureResult[] repeated = new CaptureResult[PAIRS];
            nodes.race(PAIRS, i -> repeated[i] = there.byCommand(drafts.get(i), run + i, ManyOrders.ALICE));

            Set<OrderKey> captured = new HashSet<>();
            int wonByCommand = 0;
            for (int i = 0; i < PAIRS; i++) {
                boolean commandWon = commands[i] instanceof CaptureResult.Captured;
                assertThat(events[i] instanceof QuoteResult.Captured).isNotEqualTo(commandWon);
                assertThat(order(commands[i])).isEqualTo(order(events[i]));
                assertThat(repeated[i]).isEqualTo(new CaptureResult.Existing(order(commands[i])));
                captured.add(order(commands[i]));
                wonByCommand += commandWon ? 1 : 0;
            }
            System.out.printf(
                    "%d quotes captured twice at once: the command won %d, the event %d%n",
                    PAIRS, wonByCommand, PAIRS - wonByCommand);
            assertThat(captured).hasSize(PAIRS);
            assertThat(wonByCommand).as("both channels win some").isBetween(1, PAIRS - 1);
            assertThat(orders.ordersThatAre("VALIDATED")).isEqualTo(PAIRS);
            assertThat(orders.linesThatAre("PENDING")).isEqualTo(PAIRS * 2);
            orders.assertNothingIsLostOrDoubled();
        }
    }

    @Test
    void theSameKeyFiftyTimesAtOnceCapturesOnce() throws Exception {
        String run = "same_" + UUID.randomUUID();
        OrderDraft draft = Drafts.independent(run, 2);
        CaptureResult[] results = new CaptureResult[100];
        nodes.race(
                50,
                i -> results[i] = nodes.first().bean(CaptureOrder.class).byCommand(draft, run, ManyOrders.ALICE),
                i -> results[50 + i] = nodes.second().bean(CaptureOrder.class).byCommand(draft, run, ManyOrders.ALICE));

        assertThat(Arrays.stream(results).filter(CaptureResult.Captured.class::isInstance))
                .hasSize(1);
        assertThat(Arrays.stream(results).map(CaptureRaces::order).distinct()).hasSize(1);
    }

    @Test
    void batchesWithTheSameQuotesInOppositeOrderDoNotDeadlock() throws Exception {
        try (ManyOrders orders = new ManyOrders(nodes.first())) {
            int rounds = 20;
            int size = 100;
            List<List<AcceptedQuote>> batches = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                batches.add(IntStream.range(round * size, (round + 1) * size)
                        .mapToObj(number -> orders.quote(number, "O-1", 1))
                        .toList());
            }
            nodes.race(rounds, i -> nodes.first().bean(CaptureOrder.class).byQuotes(batches.get(i)), i -> {
                List<AcceptedQuote> backward = new ArrayList<>(batches.get(i));
                Collections.reverse(backward);
                nodes.second().bean(CaptureOrder.class).byQuotes(backward);
            });
            assertThat(orders.ordersThatAre("VALIDATED")).isEqualTo(rounds * size);
        }
    }

    private static OrderKey order(CaptureResult result) {
        if (result instanceof CaptureResult.Captured captured) {
            return captured.order();
        }
        return ((CaptureResult.Existing) result).order();
    }

    private static OrderKey order(QuoteResult result) {
        if (result instanceof QuoteResult.Captured captured) {
            return captured.order();
        }
        return ((QuoteResult.AlreadyCaptured) result).order();
    }
}
