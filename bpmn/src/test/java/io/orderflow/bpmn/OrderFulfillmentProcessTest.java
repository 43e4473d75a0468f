package io.orderflow.bpmn;

import static io.orderflow.bpmn.OrderFulfillmentProcess.Messages.orderLineFulfillmentCompleted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.repositoryService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import io.orderflow.bpmn.OrderFulfillmentProcess.Elements;
import io.orderflow.bpmn.OrderFulfillmentProcess.Messages;
import io.orderflow.bpmn.OrderFulfillmentProcess.Variables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way of an order that nobody has to approve and whose lines do not fail. */
class OrderFulfillmentProcessTest {

    @RegisterExtension
    final TestOrder order = new TestOrder();

    @Test
    void deploys() {
        assertThat(repositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(OrderFulfillmentProcess.KEY)
                        .list())
                .singleElement()
                .satisfies(definition ->
                        assertThat(definition.getHistoryTimeToLive()).isEqualTo(180));
    }

    @Test
    void endsAtOrderCompleted() {
        ProcessInstance instance = order.capture("l-1");
        assertThat(instance).isWaitingAt(Elements.AWAIT_FULFILMENT);

        order.receive(orderLineFulfillmentCompleted("l-1"));
        assertThat(instance).isWaitingAt(Elements.AWAIT_ORDER_COMPLETION);

        order.receive(Messages.ORDER_COMPLETED);
        assertThat(instance)
                .hasPassed(
                        Elements.ORDER_CAPTURED,
                        Elements.RELEASE_LINE,
                        Elements.AWAIT_FULFILMENT,
                        Elements.LINE_FULFILLED,
                        Elements.FULFIL_LINE,
                        Elements.AWAIT_ORDER_COMPLETION,
                        Elements.ORDER_COMPLETED)
                .isEnded();
        assertThat(order.facts())
                .containsExactly(
                        "started by " + Elements.ORDER_CAPTURED,
                        "released l-1",
                        "finished at " + Elements.ORDER_COMPLETED);
    }

    @Test
    void endsAtOrderCancelledWhileLinesAreWaiting() {
        ProcessInstance instance = order.capture("l-1", "l-2", "l-3");
        order.receive(orderLineFulfillmentCompleted("l-2"));

        order.cancel(Map.of());

        assertThat(instance)
                .hasPassed(Elements.ORDER_CANCELLED_RECEIVED, Elements.ORDER_CANCELLED)
                .hasNotPassed(Elements.AWAIT_ORDER_COMPLETION, Elements.ORDER_COMPLETED)
                .isEnded();
        assertThat(order.facts()).last().isEqualTo("finished at " + Elements.ORDER_CANCELLED);
    }

    @Test
    void endsAtOrderCancelledWhileAwaitingOrderCompletion() {
        ProcessInstance instance = order.capture("l-1");
        order.receive(orderLineFulfillmentCompleted("l-1"));

        order.cancel(Map.of());

        assertThat(instance)
                .hasPassed(Elements.LINE_FULFILLED, Elements.ORDER_CANCELLED)
                .hasNotPassed(Elements.ORDER_COMPLETED)
                .isEnded();
        assertThat(order.facts()).last().isEqualTo("finished at " + Elements.ORDER_CANCELLED);
    }

    @Test
    void releasesLinesInTheOrderOfTheOrder() {
        order.capture("l-1", "l-2", "l-3");

        assertThat(order.facts())
                .containsExactly(
                        "started by " + Elements.ORDER_CAPTURED, "released l-1", "released l-2", "released l-3");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void linesMayBeFulfilledInAnyOrder(long seed) {
        List<String> lines = new ArrayList<>(List.of("l-1", "l-2", "l-3", "l-4", "l-5", "l-6"));
        ProcessInstance instance = order.capture(lines.toArray(String[]::new));
        Collections.shuffle(lines, new Random(seed));

        for (String line : lines) {
            assertThat(instance).isNotWaitingAt(Elements.AWAIT_ORDER_COMPLETION);
            order.receive(orderLineFulfillmentCompleted(line));
        }

        assertThat(instance).isWaitingAt(Elements.AWAIT_ORDER_COMPLETION);
        assertThat(instance).hasPassed(Elements.FULFIL_LINE);
    }

    @Test
    void aLineWaitsForItsOwnMessageOnly() {
        ProcessInstance instance = order.capture("l-1", "l-10");

        assertThat(instance).isWaitingFor(orderLineFulfillmentCompleted("l-1"), orderLineFulfillmentCompleted("l-10"));
        order.receive(orderLineFulfillmentCompleted("l-10"));
        assertThat(instance).isWaitingFor(orderLineFulfillmentCompleted("l-1"));
        assertThat(instance).isNotWaitingFor(orderLineFulfillmentCompleted("l-10"));
    }

    @Test
    void theCollectionOfLinesIsNotKept() {
        ProcessInstance instance = order.capture("l-1", "l-2");

        assertThat(runtimeService().getVariables(instance.getId())).doesNotContainKey(Variables.ORDER_LINE_IDS);
    }
}
