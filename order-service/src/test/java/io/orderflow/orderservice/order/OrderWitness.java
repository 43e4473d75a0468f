package io.orderflow.orderservice.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Follows an order by the facts that it leaves and holds it to them. */
final class OrderWitness {

    private static final Set<Class<?>> EFFECTS =
            Set.of(ProgressResult.Applied.class, LineDecisionResult.Applied.class, CancellationResult.Cancelled.class);

    private final Order order;
    private final Map<String, LineStatus> lines = new HashMap<>();
    private final Map<String, Integer> requests = new HashMap<>();
    private final Map<String, Integer> reversals = new HashMap<>();
    private @Nullable OrderStatus status;
    private long version;

    OrderWitness(Order order) {
        this.order = order;
        order.lines().forEach(line -> lines.put(line.id(), LineStatus.PENDING));
        order.takeTransitions().forEach(this::follow);
    }

    /** @param result what the order has answered to the last command, or several of them */
    void check(Object result) {
        List<Transition> steps = order.takeTransitions();
        assertThat(steps.isEmpty() || EFFECTS.contains(result.getClass()))
                .as("%s moves nothing, but there is %s", result, steps)
                .isTrue();
        steps.forEach(this::follow);

        OrderProgress progress = order.progress();
        assertThat(progress.status()).isEqualTo(status);
        assertThat(progress.version()).isEqualTo(version);
        assertThat(progress.completedLines() + progress.waivedLines())
                .isGreaterThanOrEqualTo((int) count(LineStatus.COMPLETED, LineStatus.WAIVED));
        assertThat(progress.endedAt() != null).isEqualTo(progress.status().isTerminal());
        order.lines().forEach(line -> assertThat(line.status()).isEqualTo(lines.get(line.id())));
        if (status == OrderStatus.COMPLETED) {
            assertThat(lines.values()).allMatch(line -> line == LineStatus.COMPLETED || line == LineStatus.WAIVED);
        } else if (status == OrderStatus.ACTIVE) {
            assertThat(lines.values()).anyMatch(LineStatus::isOpen);
        }
    }

    private void follow(Transition step) {
        assertThat(step.version()).as("versions have no gaps").isEqualTo(++version);
        assertThat(step.event().orderId()).isEqualTo(order.key().orderId());
        if (step.lineId() == null) {
            followOrder(step);
        } else {
            followLine(step, step.lineId());
        }
    }

    private void followOrder(Transition step) {
        assertThat(step.from()).isEqualTo(status == null ? null : status.name());
        OrderStatus next = OrderStatus.valueOf(step.to());
        if (step.event() instanceof OrderEvent.OrderCancellationRefused) {
            assertThat(next).isEqualTo(status).isEqualTo(OrderStatus.ACTIVE);
        } else if (status != null) {
            assertThat(status.isTerminal()).as("terminal states never change").isFalse();
            assertThat(status.canBecome(next)).isTrue();
        }
        status = next;
        if (step.event() instanceof OrderEvent.OrderCancelled cancelled) {
            for (OrderEvent.CancelledLine line : cancelled.lines()) {
                boolean inHand =
                        Set.of(LineStatus.REQUESTED, LineStatus.COMPLETED).contains(lines.get(line.orderLineId()));
                assertThat(line.reversalRequired()).isEqualTo(inHand);
                assertThat(line.attempt()).isEqualTo(inHand ? requests.get(line.orderLineId()) : null);
                lines.put(line.orderLineId(), line.outcome());
            }
        }
    }

    private void followLine(Transition step, String id) {
        LineStatus before = lines.get(id);
        LineStatus after = LineStatus.valueOf(step.to());
        assertThat(step.from()).isEqualTo(before.name());
        assertThat(before.canBecome(after)).isTrue();
        if (step.event() instanceof OrderEvent.OrderLineFulfillmentRequested asked) {
            assertThat(asked.attempt())
                    .as("one request for each attempt")
                    .isEqualTo(requests.merge(id, 1, Integer::sum));
            assertThat(dependenciesOf(id)).allMatch(line -> line == LineStatus.COMPLETED || line == LineStatus.WAIVED);
        }
        if (after == LineStatus.REVERSING) {
            assertThat(status).isEqualTo(OrderStatus.CANCELLED);
            assertThat(reversals.merge(id, 1, Integer::sum)).as("reversed once").isEqualTo(1);
        } else if (after != LineStatus.REVERSED) {
            assertThat(status).isEqualTo(OrderStatus.ACTIVE);
        }
        lines.put(id, after);
    }

    private Set<LineStatus> dependenciesOf(String id) {
        return order.lines().stream()
                .filter(line -> line.id().equals(id))
                .flatMap(line -> line.terms().dependsOn().stream())
                .map(number -> lines.get(order.key().lineId(number)))
                .collect(Collectors.toSet());
    }

    private long count(LineStatus... statuses) {
        return lines.values().stream().filter(Set.of(statuses)::contains).count();
    }
}
