package io.orderflow.orderservice.order;

import java.time.Instant;
import java.util.List;

/** Orders on their way, and what tests want to know of them. */
final class Orders {

    static final Instant T0 = Instant.parse("2026-07-02T08:15:30Z");
    static final String PROCESS = "process-1";

    private Orders() {}

    /** An active order all of whose lines are released. */
    static Order requested(DraftLine... lines) {
        return requested(offer -> PointOfNoReturn.ONCE_COMPLETED, lines);
    }

    static Order requested(PointOfNoReturnPolicy policy, DraftLine... lines) {
        Order order = NewOrders.captured(new OrderKey("tenant", "ord_1"), Drafts.of("q_1", lines), "corr", policy, T0);
        order.activate(PROCESS, T0);
        for (int number = 1; number <= lines.length; number++) {
            order.releaseLine("ord_1-" + number, PROCESS, T0);
        }
        return order;
    }

    static Transition lastStep(Order order) {
        List<Transition> steps = order.takeTransitions();
        return steps.get(steps.size() - 1);
    }

    static LineProgress line(Order order, int number) {
        return order.lines().stream()
                .filter(line -> line.terms().number() == number)
                .findFirst()
                .orElseThrow()
                .progress();
    }

    static List<String> statuses(Order order) {
        return order.lines().stream()
                .map(line -> line.progress().status().name())
                .toList();
    }
}
