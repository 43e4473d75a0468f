package io.orderflow.orchestration;

import io.orderflow.bpmn.OrderFulfillmentProcess.Variables;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;

/** Brings an order of two lines to where the next thing can happen. */
record OrderScenes(Seen seen) {

    OrderEvents captured() {
        OrderEvents order = new OrderEvents(2);
        return applied(order, order.captured());
    }

    OrderEvents linesCompleted() {
        OrderEvents order = captured();
        order.lineCompleted(order.lines.get(0)).send();
        return applied(order, order.lineCompleted(order.lines.get(1)));
    }

    OrderEvents lineFailed() {
        OrderEvents order = captured();
        return applied(order, order.lineFailed(order.lines.get(0), 1));
    }

    OrderEvents decided(String decision) {
        OrderEvents order = lineFailed();
        Task task = seen.taskOf(order);
        seen.engine().getTaskService().setAssignee(task.getId(), "user_1");
        seen.engine()
                .getTaskService()
                .complete(task.getId(), Map.of(Variables.DECISION, decision, Variables.DECISION_REASON, "Because"));
        return order;
    }

    OrderEvents overdue() {
        OrderEvents order = captured();
        seen.engine().getManagementService().executeJob(seen.timerOf(order).getId());
        return order;
    }

    OrderEvents cancelledWithReversals() {
        OrderEvents order = captured();
        return applied(order, order.cancelled(Set.copyOf(order.lines)));
    }

    OrderEvents finished() {
        OrderEvents order = captured();
        return applied(order, order.cancelled());
    }

    OrderEvents held() {
        OrderEvents order = new OrderEvents(2, OrderApprovalIT.DEAR);
        return applied(order, order.captured());
    }

    private OrderEvents applied(OrderEvents order, Event event) {
        seen.awaitOutcome(event.send(), "APPLIED");
        return order;
    }
}
