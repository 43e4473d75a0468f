package io.orderflow.orchestration;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.bpmn.OrderFulfillmentProcess.Elements;
import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lines of one order on two nodes: every transaction wants to change the same instance. */
class LinesOfOneOrderRaceIT extends TwoNodesRace {

    @Test
    void manyLinesOfOneOrderCompleteAtOnce() throws Exception {
        OrderEvents order = new OrderEvents(675);
        nodes.left.handle(order.captured());
        List<Event> events = order.lines.stream().map(order::lineCompleted).toList();
        long begin = System.nanoTime();

        TwoNodes.race(
                15,
                step -> everySecondOf(events, step * 45, 0).forEach(some -> record(some, nodes.left.handle(some))),
                step -> everySecondOf(events, step * 45, 1).forEach(some -> record(some, nodes.right.handle(some))));
        record(List.of(order.completed()), nodes.right.handle(List.of(order.completed())));

        assertThat(outcomes.values()).hasSize(676).hasOnlyElementsOfType(HandlingOutcome.Applied.class);
        assertThat(nodes.left.seen.endsOf(List.of(order))).containsValue(Elements.ORDER_COMPLETED);
        assertNothingIsStuck(List.of(order));
        report("lines of one order at once", 675, (System.nanoTime() - begin) / 1_000_000 + " ms");
    }

    /** A part of the events as two batches of one node, while the other has those in between. */
    private static List<List<Event>> everySecondOf(List<Event> events, int from, int offset) {
        List<Event> own = IntStream.range(from, from + 45)
                .filter(index -> index % 2 == offset)
                .mapToObj(events::get)
                .toList();
        return List.of(own.subList(0, own.size() / 2), own.subList(own.size() / 2, own.size()));
    }
}
