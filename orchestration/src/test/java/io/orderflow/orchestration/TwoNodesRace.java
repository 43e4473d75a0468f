package io.orderflow.orchestration;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import io.orderflow.kafkaadapters.inbox.HandlingOutcome.Ignored;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two nodes, what each made of every event, and what both must not leave behind. */
abstract class TwoNodesRace {

    private static final Logger LOG = LoggerFactory.getLogger(TwoNodesRace.class);

    final Map<Event, HandlingOutcome> outcomes = new ConcurrentHashMap<>();
    TwoNodes nodes;
    private int lostBefore;

    @BeforeEach
    void nodesAreRunning() throws Exception {
        nodes = TwoNodes.running();
        lostBefore = nodes.lostRaces();
    }

    Map<OrderEvents, Event> handle(
            OrchestrationNode node, List<OrderEvents> orders, Function<OrderEvents, Event> next) {
        List<Event> events = orders.stream().map(next).toList();
        record(events, node.handle(events));
        Map<OrderEvents, Event> byOrder = new ConcurrentHashMap<>();
        IntStream.range(0, events.size()).forEach(index -> byOrder.put(orders.get(index), events.get(index)));
        return byOrder;
    }

    void record(List<Event> events, List<HandlingOutcome> results) {
        IntStream.range(0, events.size()).forEach(index -> outcomes.put(events.get(index), results.get(index)));
    }

    void assertNoDeadLetter() {
        assertThat(outcomes.values())
                .as("whoever came too late found that the instance has ended")
                .allSatisfy(outcome -> assertThat(outcome)
                        .satisfiesAnyOf(
                                applied -> assertThat(applied).isInstanceOf(HandlingOutcome.Applied.class),
                                ignored -> assertThat(ignored)
                                        .isInstanceOfSatisfying(Ignored.class, late -> assertThat(late.reason())
                                                .endsWith(" has ended"))));
    }

    void assertNothingIsStuck(List<OrderEvents> orders) {
        assertThat(nodes.left.seen.leftOversOf(orders)).isZero();
    }

    void report(String race, int n, String result) {
        LOG.info(
                "{}: n = {}, {}, {} transactions lost to the other node and repeated",
                race,
                n,
                result,
                nodes.lostRaces() - lostBefore);
    }

    static List<OrderEvents> reversed(List<OrderEvents> orders) {
        List<OrderEvents> reversed = new ArrayList<>(orders);
        Collections.reverse(reversed);
        return reversed;
    }

    static List<OrderEvents> flat(List<List<OrderEvents>> batches) {
        return batches.stream().flatMap(List::stream).toList();
    }
}
