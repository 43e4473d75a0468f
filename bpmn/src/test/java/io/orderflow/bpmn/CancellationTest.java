package io.orderflow.bpmn;

import static io.orderflow.bpmn.OrderFulfillmentProcess.Messages.orderLineFulfillmentCompleted;
import static io.orderflow.bpmn.OrderFulfillmentProcess.Messages.orderLineReversed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.orderflow.bpmn.OrderFulfillmentProcess.Decisions;
import io.orderflow.bpmn.OrderFulfillmentProcess.Elements;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** OrderCancelled ends the order wherever it stands, after everything that was asked for is taken back. */
class CancellationTest {

    @RegisterExtension
    final TestOrder order = new TestOrder();

    @Test
    void nothingToReverseEndsAtOnce() {
        ProcessInstance instance = order.capture("l-1", "l-2");

        order.cancel(Map.of());

        assertThat(instance)
                .hasPassed(Elements.ANYTHING_TO_REVERSE, Elements.ORDER_CANCELLED)
                .hasNotPassed(Elements.REVERSE_LINE)
                .isEnded();
    }

    @Test
    void theOrderEndsWithItsLastReversal() {
        ProcessInstance instance = order.capture("l-1", "l-2", "l-3");
        order.receive(orderLineFulfillmentCompleted("l-1"));

        order.cancel(Map.of("l-1", 1, "l-3", 2));

        assertThat(order.facts()).endsWith("reversal released l-1 1", "reversal released l-3 2");
        assertThat(instance).isWaitingAt(Elements.AWAIT_REVERSAL);
        order.receive(orderLineReversed("l-3"));
        assertThat(instance).isNotEnded().isWaitingFor(orderLineReversed("l-1"));
        order.receive(orderLineReversed("l-1"));
        assertThat(instance)
                .hasPassed(Elements.LINE_REVERSED, Elements.REVERSE_LINE, Elements.ORDER_CANCELLED)
                .isEnded();
        assertThat(order.facts()).last().isEqualTo("finished at " + Elements.ORDER_CANCELLED);
    }

    @Test
    void nothingOfTheCancellationIsKeptWhileReversalsAreAwaited() {
        ProcessInstance instance = order.capture("l-1");

        order.cancel(Map.of("l-1", 1));

        assertThat(runtimeService().getVariables(instance.getId())).isEmpty();
        assertThat(managementService().createJobQuery().count()).isZero();
    }

    /** Every place where an order rests before it is cancelled, and how it gets there. */
    static Stream<Arguments> waits() {
        return Stream.of(
                arguments(Elements.AWAIT_APPROVAL, large(order -> {})),
                arguments(Elements.AWAIT_CANCELLATION, large(order -> order.decline("over budget"))),
                arguments(Elements.AWAIT_FULFILMENT, small(order -> {})),
                arguments(Elements.RESOLVE_LINE_FALLOUT, small(order -> order.fail("l-1", 1))),
                arguments(Elements.AWAIT_ANSWER, small(order -> {
                    order.fail("l-1", 1);
                    order.decide("l-1", Decisions.CANCEL, "no way");
                })),
                arguments(
                        Elements.AWAIT_ORDER_COMPLETION,
                        small(order -> order.receive(orderLineFulfillmentCompleted("l-1")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waits")
    void interruptsEveryWait(String element, Function<TestOrder, ProcessInstance> upToThere) {
        ProcessInstance instance = upToThere.apply(order);
        assertThat(instance).isWaitingAt(element);

        order.cancel(Map.of("l-1", 1));

        assertThat(instance).isNotWaitingAt(element).isWaitingAt(Elements.AWAIT_REVERSAL);
        assertThat(runtimeService().getActiveActivityIds(instance.getId())).containsOnly(Elements.AWAIT_REVERSAL);
        assertThat(taskService().createTaskQuery().count()).isZero();
        assertThat(managementService().createJobQuery().count()).isZero();
        order.receive(orderLineReversed("l-1"));
        assertThat(instance).hasPassed(Elements.ORDER_CANCELLED).isEnded();
    }

    @Test
    void everyWaitOfTheModelIsAmongThem() {
        Set<String> modelled = Models.process().getModelElementsByType(Task.class).stream()
                .filter(task -> task instanceof ReceiveTask || task instanceof UserTask)
                .map(Task::getId)
                .collect(Collectors.toSet());
        modelled.remove(Elements.AWAIT_REVERSAL);

        assertThat(waits().map(arguments -> (String) arguments.get()[0])).containsExactlyInAnyOrderElementsOf(modelled);
    }

    private static Function<TestOrder, ProcessInstance> large(Consumer<TestOrder> then) {
        return order -> {
            ProcessInstance instance = order.captureLarge("l-1");
            then.accept(order);
            return instance;
        };
    }

    private static Function<TestOrder, ProcessInstance> small(Consumer<TestOrder> then) {
        return order -> {
            ProcessInstance instance = order.capture("l-1");
            then.accept(order);
            return instance;
        };
    }
}
