package io.orderflow.orderservice.order.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.orderservice.OrderServiceNode;
import io.orderflow.orderservice.order.OrderKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Answers and decisions that come shuffled, doubled and late leave every order as those in order do. */
class AnswersInDisorderIT {

    private static final int ORDERS = 1_000;
    private static final long SEED = 20_261_123;

    private final OrderServiceNode node = OrderServiceNode.shared();

    @Test
    void ordersEndAsIfEverythingHadComeOnceAndInOrder() throws Exception {
        Random random = new Random(SEED);
        List<OrderPlan> plans =
                Stream.generate(() -> OrderPlan.random(random)).limit(ORDERS).toList();
        try (ManyOrders inOrder = new ManyOrders(node);
                ManyOrders inDisorder = new ManyOrders(node)) {
            PlannedWorld reliable = lived(inOrder, plans, new Post.Reliable());
            PlannedWorld careless = lived(inDisorder, plans, new Post.Careless(random));

            System.out.printf(
                    "%d orders of %d lines (seed %d): in order %d reports moved something and %d came late; in disorder"
                            + " %d and %d%n",
                    ORDERS,
                    plans.stream().mapToInt(plan -> plan.lines().size()).sum(),
                    SEED,
                    reliable.applied(),
                    reliable.stale(),
                    careless.applied(),
                    careless.stale());
            List<String> expected = inOrder.endings();
            assertThat(inDisorder.endings()).isEqualTo(expected);
            assertThat(careless.applied()).isEqualTo(reliable.applied());
            assertThat(careless.stale()).isGreaterThan(reliable.applied() / 2);
            long calledOff = plans.stream().filter(OrderPlan::calledOff).count();
            assertThat(inOrder.ordersThatAre("CANCELLED")).isEqualTo((int) calledOff);
            assertThat(inOrder.ordersThatAre("COMPLETED")).isEqualTo((int) (ORDERS - calledOff));
            assertThat(inOrder.linesThatAre("WAIVED")).isPositive();
            assertThat(inOrder.linesThatAre("REVERSED")).isPositive();
            inOrder.publish();
            inDisorder.assertNothingIsLostOrDoubled();
        }
    }

    private PlannedWorld lived(ManyOrders orders, List<OrderPlan> plans, Post post) {
        List<AcceptedQuote> quotes = new ArrayList<>();
        for (int number = 0; number < plans.size(); number++) {
            quotes.add(orders.quote(number, plans.get(number).draft()));
        }
        List<OrderKey> captured = orders.captured(quotes);
        Map<OrderKey, OrderPlan> byOrder = new LinkedHashMap<>();
        for (int number = 0; number < plans.size(); number++) {
            byOrder.put(captured.get(number), plans.get(number));
        }
        PlannedWorld world = new PlannedWorld(node, byOrder, post);
        world.run();
        return world;
    }
}
