package io.orderflow.orchestration;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.bpmn.OrderFulfillmentProcess.Decisions;
import io.orderflow.bpmn.OrderFulfillmentProcess.Elements;
import io.orderflow.bpmn.OrderFulfillmentProcess.Variables;
import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/**
 * Two nodes move the same orders at the same moment. On Kafka an order's events are in one partition and so on one node,
 * except while partitions move; people, timers and approvals are on any node at any time.
 */
class TwoNodesRaceIT extends TwoNodesRace {

    private static final int BATCH = 20;

    @Test
    void cancelAgainstCompletionOfTheLastLine() throws Exception {
        List<List<OrderEvents>> batches = startedOrders(5_000, () -> new OrderEvents(1));
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
            boolean completedWon = outcomes.get(completions.get(order)) instanceof HandlingOutcome.Applied;
            boolean cancelWon = outcomes.get(cancellations.get(order)) instanceof HandlingOutcome.Applied;
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
        assertThat(outcomes.values())
                .as("every failure and cancellation")
                .hasOnlyElementsOfType(HandlingOutcome.Applied.class);
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
                .filter(event -> event.getValue() instanceof HandlingOutcome.Applied)
                .count();
        assertThat(nodes.left.seen.endsOf(orders).values()).hasSize(500).containsOnly(Elements.ORDER_CANCELLED);
        assertThat(nodes.left.seen.factsAbout(orders, "OrderLineReleased"))
                .as("both lines of those that were approved first, and of no other")
                .hasSize(2 * (int) granted);
        assertNothingIsStuck(orders);
        report("cancel against approval", orders.size(), granted + " approved first");
    }

    private List<List<OrderEvents>> startedOrders(int count, Supplier<OrderEvents> kind) {
        List<List<OrderEvents>> batches = IntStream.range(0, count / BATCH)
                .mapToObj(batch ->
                        IntStream.range(0, BATCH).mapToObj(index -> kind.get()).toList())
                .toList();
        List<Event> captured = flat(batches).stream().map(OrderEvents::captured).toList();
        for (int from = 0; from < captured.size(); from += 250) {
            assertThat(nodes.left.handle(captured.subList(from, from + 250)))
                    .hasOnlyElementsOfType(HandlingOutcome.Applied.class);
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
}
