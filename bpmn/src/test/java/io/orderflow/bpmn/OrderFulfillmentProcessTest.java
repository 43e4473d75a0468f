package io.orderflow.bpmn;

import static io.orderflow.bpmn.OrderFulfillmentProcess.Messages.orderLineFulfillmentCompleted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.repositoryService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import io.orderflow.bpmn.OrderFulfillmentProcess.Delegates;
import io.orderflow.bpmn.OrderFulfillmentProcess.Elements;
import io.orderflow.bpmn.OrderFulfillmentProcess.Messages;
import io.orderflow.bpmn.OrderFulfillmentProcess.Variables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way through the model, one test per end event at least, with the facts it publishes in their order. */
@Deployment(resources = "processes/order-fulfillment/order-fulfillment.bpmn")
class OrderFulfillmentProcessTest {

    @RegisterExtension
    static final ProcessEngineExtension ENGINE = TestEngine.extension();

    private static final String ORDER = "ord_1";

    private final List<String> facts = new ArrayList<>();

    @BeforeEach
    void registerDelegates() {
        AbstractAssertions.init(TestEngine.engine());
        Mocks.register(Delegates.REPORT_ORCHESTRATION_STARTED, (ExecutionListener)
                execution -> facts.add("started by " + execution.getCurrentActivityId()));
        Mocks.register(Delegates.RELEASE_LINE, (JavaDelegate)
                execution -> facts.add("released " + execution.getVariable(Variables.ORDER_LINE_ID)));
        Mocks.register(Delegates.REPORT_ORCHESTRATION_FINISHED, (JavaDelegate)
                execution -> facts.add("finished at " + execution.getCurrentActivityId()));
    }

    @AfterEach
    void resetDelegates() {
        Mocks.reset();
    }

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
        ProcessInstance order = capture("l-1");
        assertThat(order).isWaitingAt(Elements.AWAIT_FULFILMENT);

        correlate(orderLineFulfillmentCompleted("l-1"));
        assertThat(order).isWaitingAt(Elements.AWAIT_ORDER_COMPLETION);

        correlate(Messages.ORDER_COMPLETED);
        assertThat(order)
                .hasPassed(
                        Elements.ORDER_CAPTURED,
                        Elements.RELEASE_LINE,
                        Elements.AWAIT_FULFILMENT,
                        Elements.LINE_FULFILLED,
                        Elements.FULFIL_LINE,
                        Elements.AWAIT_ORDER_COMPLETION,
                        Elements.ORDER_COMPLETED)
                .isEnded();
        assertThat(facts)
                .containsExactly(
                        "started by " + Elements.ORDER_CAPTURED,
                        "released l-1",
                        "finished at " + Elements.ORDER_COMPLETED);
    }

    @Test
    void endsAtOrderCancelledWhileLinesAreWaiting() {
        ProcessInstance order = capture("l-1", "l-2", "l-3");
        correlate(orderLineFulfillmentCompleted("l-2"));

        correlate(Messages.ORDER_CANCELLED);

        assertThat(order)
                .hasPassed(Elements.ORDER_CANCELLED_RECEIVED, Elements.ORDER_CANCELLED)
                .hasNotPassed(Elements.AWAIT_ORDER_COMPLETION, Elements.ORDER_COMPLETED)
                .isEnded();
        assertThat(facts).last().isEqualTo("finished at " + Elements.ORDER_CANCELLED);
    }

    @Test
    void endsAtOrderCancelledWhileAwaitingOrderCompletion() {
        ProcessInstance order = capture("l-1");
        correlate(orderLineFulfillmentCompleted("l-1"));

        correlate(Messages.ORDER_CANCELLED);

        assertThat(order)
                .hasPassed(Elements.LINE_FULFILLED, Elements.ORDER_CANCELLED)
                .hasNotPassed(Elements.ORDER_COMPLETED)
                .isEnded();
        assertThat(facts).last().isEqualTo("finished at " + Elements.ORDER_CANCELLED);
    }

    @Test
    void releasesLinesInTheOrderOfTheOrder() {
        capture("l-1", "l-2", "l-3");

        assertThat(facts)
                .containsExactly(
                        "started by " + Elements.ORDER_CAPTURED, "released l-1", "released l-2", "released l-3");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void linesMayBeFulfilledInAnyOrder(long seed) {
        List<String> lines = new ArrayList<>(List.of("l-1", "l-2", "l-3", "l-4", "l-5", "l-6"));
        ProcessInstance order = capture(lines.toArray(String[]::new));
        Collections.shuffle(lines, new Random(seed));

        for (String line : lines) {
            assertThat(order).isNotWaitingAt(Elements.AWAIT_ORDER_COMPLETION);
            correlate(orderLineFulfillmentCompleted(line));
        }

        assertThat(order).isWaitingAt(Elements.AWAIT_ORDER_COMPLETION);
        assertThat(order).hasPassed(Elements.FULFIL_LINE);
    }

    @Test
    void aLineWaitsForItsOwnMessageOnly() {
        ProcessInstance order = capture("l-1", "l-10");

        assertThat(order).isWaitingFor(orderLineFulfillmentCompleted("l-1"), orderLineFulfillmentCompleted("l-10"));
        correlate(orderLineFulfillmentCompleted("l-10"));
        assertThat(order).isWaitingFor(orderLineFulfillmentCompleted("l-1"));
        assertThat(order).isNotWaitingFor(orderLineFulfillmentCompleted("l-10"));
    }

    @Test
    void theCollectionOfLinesIsNotKept() {
        ProcessInstance order = capture("l-1", "l-2");

        assertThat(runtimeService().getVariables(order.getId())).doesNotContainKey(Variables.ORDER_LINE_IDS);
    }

    private ProcessInstance capture(String... lines) {
        return runtimeService()
                .createMessageCorrelation(Messages.ORDER_CAPTURED)
                .processInstanceBusinessKey(ORDER)
                .setVariables(org.camunda.bpm.engine.variable.Variables.putValue(
                        Variables.ORDER_LINE_IDS,
                        org.camunda.bpm.engine.variable.Variables.untypedValue(List.of(lines), true)))
                .correlateStartMessage();
    }

    private void correlate(String message) {
        runtimeService()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(ORDER)
                .correlate();
    }
}
