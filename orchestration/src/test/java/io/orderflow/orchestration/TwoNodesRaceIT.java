package io.orderflow.orchestration;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.bpmn.OrderFulfillmentProcess.Decisions;
import io.orderflow.bpmn.OrderFulfillmentProcess.Elements;
import io.orderflow.bpmn.OrderFulfillmentProcess.Variables;
import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import io.orderflow.kafkaadapters.inbox.HandlingOutcome.Ignored;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two nodes move the same orders at the same moment. On Kafka an order's events are in one partition and so on one node,
 * except while partitions move; people, timers and approvals are on any node at any time.
 */
class TwoNodesRaceIT {

    private static final Logger LOG = LoggerFactory.getLogger(TwoNodesRaceIT.class);
    private static final int BATCH = 20;

    private TwoNodes nodes;
    private final Map<Event, HandlingOutcome> outcomes = new ConcurrentHashMap<>();
    private int lostBefore;

    @BeforeEach
    void nodesAreRunning() throws Exception {
        nodes = TwoNodes.running();
        lostBefore = nodes.lostRaces();
    }

    @Test
    void cancelAgainstCompletionOfTheLastLine() throws Exception {
        List<List<OrderEvents>> batches = startedOrders(2_000, () -> new OrderEvents(1));
        Map<OrderEvents, Event> completions = new ConcurrentHashMap<>();
        Map<OrderEvents, Event> cancellations = new ConcurrentHashMap<>();

        TwoNodes.race(
                batches.size(),
                step -> {
                    handle(nodes.left, batches.get(step), order -> order.lineCompleted(order.lines.get(0)));
                    completions.putAll(handle(nodes.left, batches.get(step), OrderEvents::completed));
                },
                step -> cancellations.putAll(handle(nodes.right, reversed(batches.get(step)), OrderEvents::cancelled)));

        assertNoDeadLetter();
        List<OrderEvents> orders = flat(batches);
        Map<String, String> ends = nodes.left.seen.endsOf(orders);
        int cancelled = 0;
        for (OrderEvents order : orders) {
            boolean completedWon = outcomes.get(completions.get(order)).equals(HandlingOutcome.applied());
            boolean cancelWon = outcomes.get(cancellations.get(order)).equals(HandlingOutcome.applied());
            assertThat(completedWon).as("one winner of " + order.orderId).isNotEqualTo(cancelWon);
            assertThat(ends.get(order.orderId))
                    .isEqualTo(cancelWon ? Elements.ORDER_CANCELLED : Elements.ORDER_COMPLETED);
            cancelled += cancelWon ? 1 : 0;
        }
        assertNothingIsStuck(orders);
        assertThat(nodes.left.seen.factsAbout(orders, "OrchestrationFinished"))
                .as("one end of each")
                .hasSize(orders.size())
                .doesNotHaveDuplicates();
        report("cancel against completion of the last line", orders.size(), cancelled + " cancelled");
    }

    @Test
    void cancelAgainstARetryThatSomebodyDecides() throws Exception {
        List<List<OrderEvents>> batches = startedOrders(500, () -> new OrderEvents(1));
        for (List<OrderEvents> batch : batches) {
            handle(nodes.left, batch, order -> order.lineFailed(order.lines.get(0), 1));
        }
        Map<String, String> tasks = assignedTasks(flat(batches));
        AtomicInteger decided = new AtomicInteger();

        TwoNodes.race(
                batches.size(),
                step -> batches.get(step).forEach(order -> {
                    if (decide(tasks.get(order.orderId))) {
                        decided.incrementAndGet();
                    }
                }),
                step -> reversed(batches.get(step))
                        .forEach(order -> handle(nodes.right, List.of(order), OrderEvents::cancelled)));

        List<OrderEvents> orders = flat(batches);
        assertThat(outcomes.values()).as("every failure and cancellation").containsOnly(HandlingOutcome.applied());
        assertThat(nodes.left.seen.endsOf(orders).values()).hasSize(500).containsOnly(Elements.ORDER_CANCELLED);
        assertThat(nodes.left.seen.factsAbout(orders, "OrderLineRetryDecided"))
                .as("exactly those that somebody was told of as done")
                .hasSize(decided.get());
        assertNothingIsStuck(orders);
        report("cancel against a retry", orders.size(), decided + " decided in time");
    }

    @Test
    void cancelAgainstFailureOfALine() throws Exception {
        List<List<OrderEvents>> batches = startedOrders(500, () -> new OrderEvents(2));

        TwoNodes.race(
                batches.size(),
                step -> handle(nodes.left, batches.get(step), order -> order.lineFailed(order.lines.get(1), 1)),
                step -> handle(nodes.right, reversed(batches.get(step)), OrderEvents::cancelled));

        assertNoDeadLetter();
        List<OrderEvents> orders = flat(batches);
        assertThat(nodes.left.seen.endsOf(orders).values()).hasSize(500).containsOnly(Elements.ORDER_CANCELLED);
        assertNothingIsStuck(orders);
        report("cancel against failure", orders.size(), "all cancelled");
    }

    /** The one race that Kafka itself allows: the two topics have nothing to do with each other. */
    @Test
    void cancelAgainstAnApproval() throws Exception {
        List<List<OrderEvents>> batches = startedOrders(500, () -> new OrderEvents(2, OrderApprovalIT.DEAR));

        TwoNodes.race(
                batches.size(),
                step -> handle(nodes.left, batches.get(step), order -> new ApprovalEvents(order)
                        .granted(OrderApprovalIT.DEAR, "GBP")),
                step -> handle(nodes.right, reversed(batches.get(step)), OrderEvents::cancelled));

        assertNoDeadLetter();
        List<OrderEvents> orders = flat(batches);
        long granted = outcomes.entrySet().stream()
                .filter(event -> event.getKey().topic().equals(ApprovalEvents.TOPIC))
                .filter(event -> event.getValue().equals(HandlingOutcome.applied()))
                .count();
        assertThat(nodes.left.seen.endsOf(orders).values()).hasSize(500).containsOnly(Elements.ORDER_CANCELLED);
        assertThat(nodes.left.seen.factsAbout(orders, "OrderLineReleased"))
                .as("both lines of those that were approved first, and of no other")
                .hasSize(2 * (int) granted);
        assertNothingIsStuck(orders);
        report("cancel against approval", orders.size(), granted + " approved first");
    }

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

        assertThat(outcomes.values()).hasSize(676).containsOnly(HandlingOutcome.applied());
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

    private List<List<OrderEvents>> startedOrders(int count, Supplier<OrderEvents> kind) {
        List<List<OrderEvents>> batches = IntStream.range(0, count / BATCH)
                .mapToObj(batch ->
                        IntStream.range(0, BATCH).mapToObj(index -> kind.get()).toList())
                .toList();
        List<Event> captured = flat(batches).stream().map(OrderEvents::captured).toList();
        for (int from = 0; from < captured.size(); from += 250) {
            assertThat(nodes.left.handle(captured.subList(from, from + 250))).containsOnly(HandlingOutcome.applied());
        }
        return batches;
    }

    private Map<String, String> assignedTasks(List<OrderEvents> orders) {
        Map<String, String> tasks = new ConcurrentHashMap<>();
        for (OrderEvents order : orders) {
            Task task = nodes.left.seen.taskOf(order);
            nodes.left.engine.getTaskService().setAssignee(task.getId(), "user_1");
            tasks.put(order.orderId, task.getId());
        }
        return tasks;
    }

    /** @return false if the person is told that it could not be done, and finds the task gone */
    private boolean decide(String taskId) {
        try {
            nodes.left
                    .engine
                    .getTaskService()
                    .complete(
                            taskId,
                            Map.of(Variables.DECISION, Decisions.RETRY, Variables.DECISION_REASON, "In stock again"));
            return true;
        } catch (RuntimeException tooLate) {
            // However the engine or a delegate falls over what is gone: nothing of it is kept.
            return false;
        }
    }

    private Map<OrderEvents, Event> handle(
            OrchestrationNode node, List<OrderEvents> orders, Function<OrderEvents, Event> next) {
        List<Event> events = orders.stream().map(next).toList();
        record(events, node.handle(events));
        Map<OrderEvents, Event> byOrder = new ConcurrentHashMap<>();
        IntStream.range(0, events.size()).forEach(index -> byOrder.put(orders.get(index), events.get(index)));
        return byOrder;
    }

    private void record(List<Event> events, List<HandlingOutcome> results) {
        IntStream.range(0, events.size()).forEach(index -> outcomes.put(events.get(index), results.get(index)));
    }

    private void assertNoDeadLetter() {
        assertThat(outcomes.values())
                .as("whoever came too late found that the instance has ended")
                .allSatisfy(outcome -> assertThat(outcome)
                        .satisfiesAnyOf(
                                applied -> assertThat(applied).isEqualTo(HandlingOutcome.applied()),
                                ignored -> assertThat(ignored)
                                        .isInstanceOfSatisfying(Ignored.class, late -> assertThat(late.reason())
                                                .endsWith(" has ended"))));
    }

    private void assertNothingIsStuck(List<OrderEvents> orders) {
        assertThat(nodes.left.seen.leftOversOf(orders)).isZero();
    }

    private void report(String race, int n, String result) {
        LOG.info(
                "{}: n = {}, {}, {} transactions lost to the other node and repeated",
                race,
                n,
                result,
                nodes.lostRaces() - lostBefore);
    }

    private static List<OrderEvents> reversed(List<OrderEvents> orders) {
        List<OrderEvents> reversed = new ArrayList<>(orders);
        Collections.reverse(reversed);
        return reversed;
    }

    private static List<OrderEvents> flat(List<List<OrderEvents>> batches) {
        return batches.stream().flatMap(List::stream).toList();
    }
}
