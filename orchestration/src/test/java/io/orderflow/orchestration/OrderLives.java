package io.orderflow.orchestration;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** What the order service tells of orders that are fulfilled, from their capture to their completion. */
final class OrderLives {

    private OrderLives() {}

    static List<Event> of(OrderEvents order) {
        List<Event> life = new ArrayList<>(List.of(order.captured()));
        order.lines.forEach(line -> life.add(order.lineCompleted(line)));
        life.add(order.completed());
        return life;
    }

    /** Each order's events stay in their order. */
    static List<Event> interleaved(Random random, List<List<Event>> lives) {
        List<Deque<Event>> open =
                new ArrayList<>(lives.stream().map(ArrayDeque::new).toList());
        List<Event> mixed = new ArrayList<>();
        while (!open.isEmpty()) {
            // Among the next few only, so that batches hold several events of an order.
            int next = random.nextInt(Math.min(open.size(), 40));
            mixed.add(open.get(next).remove());
            if (open.get(next).isEmpty()) {
                open.remove(next);
            }
        }
        return mixed;
    }
}
