package io.orderflow.testing.benchmarks.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.testing.benchmarks.correlation.OrderStream.Step;
import io.orderflow.testing.benchmarks.correlation.OrderStream.Waits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderStreamTest {

    @Test
    void takesEveryOrderThroughAllItsVersionsInTheirOrder() {
        OrderStream stream = OrderStream.of(100, Waits.ofWarmUp(100), 1_000, Waits.within(1_000));

        Map<Integer, List<Integer>> versions = new HashMap<>();
        stream.steps().forEach(step -> versions.computeIfAbsent(step.order(), order -> new ArrayList<>())
                .add(step.version()));
        assertThat(versions).hasSize(1_100).allSatisfy((order, seen) -> assertThat(seen)
                .containsExactly(1, 2, 3, 4, 5));
        assertThat(stream.steps()).extracting(Step::at).isSorted();
    }

    @Test
    void fulfilsLinesAfterTheWait() {
        OrderStream stream = OrderStream.of(7_000, Waits.within(7_000));

        assertThat(stream.steps())
                .filteredOn(step -> step.version() > 1)
                .extracting(step -> step.at() - step.order())
                .allSatisfy(wait -> assertThat(wait).isBetween(200.0, 3_000.0));
    }

    @Test
    void isCutByArrivalWithoutLoss() {
        OrderStream stream = OrderStream.of(500, Waits.within(500));

        List<Step> before = stream.until(200);
        assertThat(before).filteredOn(step -> step.version() == 1).hasSize(200);
        assertThat(before).hasSizeBetween(201, 999);
        assertThat(before.size() + stream.after(200).size()).isEqualTo(2_500);
    }

    @Test
    void mixesTheCompletionsOfWaitingOrders() {
        List<Integer> waiting = IntStream.range(0, 50).boxed().toList();

        List<Step> steps = OrderStream.completionsOf(waiting);

        assertThat(steps).hasSize(200).noneMatch(step -> step.version() == 1);
        assertThat(steps.subList(0, 20).stream().map(Step::order).distinct()).hasSizeGreaterThan(15);
    }
}
