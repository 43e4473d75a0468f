package io.orderflow.orderservice.order.usecase;

import io.orderflow.orderservice.OrderServiceNode;
import io.orderflow.orderservice.order.DraftLine;
import io.orderflow.orderservice.order.LineAction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What providers and people are going to do about an order, however the news of it travels.
 *
 * @param calledOff whether it is cancelled once nothing moves any more, because a provider never answers
 */
record OrderPlan(List<Line> lines, boolean calledOff) {

    private static final int MOST_LINES = 6;

    /**
     * @param dependsOn numbers of earlier lines
     * @param failures how many attempts the provider gives up
     * @param waived whether people do without the line then; else the next attempt succeeds
     * @param lost whether the answer is held back until the order is cancelled
     */
    record Line(List<Integer> dependsOn, int failures, boolean waived, boolean lost) {}

    static OrderPlan random(Random random) {
        int count = 1 + random.nextInt(MOST_LINES);
        boolean calledOff = random.nextInt(5) == 0;
        int lost = calledOff ? 1 + random.nextInt(count) : 0;
        List<Line> lines = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            List<Integer> dependsOn = IntStream.range(1, number)
                    .filter(earlier -> random.nextInt(3) == 0)
                    .boxed()
                    .toList();
            int failures = number == lost || random.nextInt(10) < 6 ? 0 : 1 + random.nextInt(2);
            lines.add(new Line(dependsOn, failures, failures > 0 && random.nextInt(3) == 0, number == lost));
        }
        return new OrderPlan(lines, calledOff);
    }

    Line line(int number) {
        return lines.get(number - 1);
    }

    /** All of it can be taken back, so that no cancellation is refused. */
    List<DraftLine> draft() {
        return IntStream.rangeClosed(1, lines.size())
                .mapToObj(number -> new DraftLine(
                        "l" + number,
                        OrderServiceNode.REVERSIBLE_OFFER,
                        LineAction.ADD,
                        1,
                        new BigDecimal("12.5"),
                        null,
                        line(number).dependsOn().stream()
                                .map(other -> "l" + other)
                                .toList()))
                .toList();
    }
}
