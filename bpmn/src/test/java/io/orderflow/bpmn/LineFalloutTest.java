package io.orderflow.bpmn;

import static io.orderflow.bpmn.OrderFulfillmentProcess.Messages.orderCancellationRefused;
import static io.orderflow.bpmn.OrderFulfillmentProcess.Messages.orderLineFailed;
import static io.orderflow.bpmn.OrderFulfillmentProcess.Messages.orderLineFulfillmentCompleted;
import static io.orderflow.bpmn.OrderFulfillmentProcess.Messages.orderLineFulfillmentRequested;
import static io.orderflow.bpmn.OrderFulfillmentProcess.Messages.orderLineWaived;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import io.orderflow.bpmn.OrderFulfillmentProcess.Decisions;
import io.orderflow.bpmn.OrderFulfillmentProcess.Elements;
import io.orderflow.bpmn.OrderFulfillmentProcess.Groups;
import io.orderflow.bpmn.OrderFulfillmentProcess.Variables;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A line that its provider gives up: people decide, the order service answers. */
class LineFalloutTest {

    @RegisterExtension
    final TestOrder order = new TestOrder();

    @Test
    void aFailedLineIsATaskForOrderOperations() {
        ProcessInstance instance = order.capture("l-1");

        order.fail("l-1", 1);

        assertThat(instance)
                .hasPassed(Elements.LINE_FAILED, Elements.LINE_IN_FALLOUT)
                .isWaitingAt(Elements.RESOLVE_LINE_FALLOUT);
        assertThat(order.task("l-1"))
                .hasName("Resolve line fallout")
                .hasCandidateGroup(Groups.ORDER_OPERATIONS)
                .isNotAssigned();
        assertThat(taskService().getVariables(order.task("l-1").getId()))
                .containsEntry(Variables.ORDER_LINE_ID, "l-1")
                .containsEntry(Variables.ERROR_CODE, "out_of_stock")
                .containsEntry(Variables.ERROR_REASON, "None of l-1 left")
                .containsEntry(Variables.ATTEMPT, 1)
                .containsEntry(Variables.RETRYABLE, true)
                .containsEntry(Variables.OFFER_ID, "offer-l-1")
                .containsEntry(Variables.QUANTITY, 6);
    }

    @Test
    void aRetriedLineIsFulfilledAfterAll() {
        ProcessInstance instance = order.capture("l-1");
        order.fail("l-1", 1);

        order.decide("l-1", Decisions.RETRY, "stock is back");
        assertThat(instance).isWaitingAt(Elements.AWAIT_ANSWER);
        assertThat(order.facts()).last().isEqualTo("retry decided l-1 1 stock is back ops-1");

        order.receive(orderLineFulfillmentRequested("l-1"));
        assertThat(instance).hasPassed(Elements.LINE_REQUESTED_AGAIN).isWaitingAt(Elements.AWAIT_FULFILMENT);
        order.receive(orderLineFulfillmentCompleted("l-1"));
        assertThat(instance).isWaitingAt(Elements.AWAIT_ORDER_COMPLETION);
    }

    @Test
    void aLineThatFailsAgainIsANewTaskWithoutTheOldDecision() {
        order.capture("l-1");
        order.fail("l-1", 1);
        order.decide("l-1", Decisions.RETRY, "stock is back");
        order.receive(orderLineFulfillmentRequested("l-1"));

        order.fail("l-1", 2);

        assertThat(taskService().getVariables(order.task("l-1").getId()))
                .containsEntry(Variables.ATTEMPT, 2)
                .containsEntry(Variables.DECISION, null)
                .containsEntry(Variables.DECISION_REASON, null)
                .containsEntry(Variables.DECIDED_BY, null)
                .containsEntry(Variables.TASK_ID, null);
    }

    @Test
    void aWaivedLineEnds() {
        ProcessInstance instance = order.capture("l-1");
        order.fail("l-1", 1);

        order.decide("l-1", Decisions.WAIVE, "customer agrees");
        assertThat(order.facts()).last().isEqualTo("waiver decided l-1 1 customer agrees ops-1");
        order.receive(orderLineWaived("l-1"));

        assertThat(instance)
                .hasPassed(Elements.LINE_WAIVED_RECEIVED, Elements.LINE_WAIVED)
                .isWaitingAt(Elements.AWAIT_ORDER_COMPLETION);
    }

    @Test
    void aRefusedCancellationAsksPeopleAgainAboutTheSameFailure() {
        ProcessInstance instance = order.capture("l-1", "l-2");
        order.fail("l-1", 1);
        order.decide("l-1", Decisions.CANCEL, "no way");
        assertThat(order.facts())
                .last()
                .isEqualTo("cancellation decided at " + Elements.DECIDE_ORDER_CANCELLATION + " because no way");
        assertThat(instance).isWaitingFor(orderCancellationRefused("l-1"));

        order.receive(orderCancellationRefused("l-1"));

        assertThat(instance).isWaitingAt(Elements.RESOLVE_LINE_FALLOUT);
        assertThat(taskService().getVariables(order.task("l-1").getId()))
                .containsEntry(Variables.ERROR_REASON, "None of l-1 left")
                .containsEntry(Variables.DECISION, null);
        order.decide("l-1", Decisions.WAIVE, "then without");
        assertThat(order.facts()).last().isEqualTo("waiver decided l-1 1 then without ops-1");
    }

    @Test
    void whatIsDecidedElsewhereTakesTheTaskAway() {
        ProcessInstance instance = order.capture("l-1", "l-2");
        order.fail("l-1", 1);
        order.fail("l-2", 1);

        order.receive(orderLineFulfillmentRequested("l-1"));
        order.receive(orderLineWaived("l-2"));

        assertThat(taskService().createTaskQuery().count()).isZero();
        assertThat(instance).isWaitingFor(orderLineFulfillmentCompleted("l-1"), orderLineFailed("l-1"));
        assertThat(instance).hasPassed(Elements.LINE_WAIVED);
    }

    @Test
    void linesInFalloutAtTheSameTimeDoNotSeeEachOther() {
        ProcessInstance instance = order.capture("l-1", "l-2", "l-3");
        order.fail("l-1", 1);
        order.fail("l-3", 4);
        order.fail("l-2", 2);

        order.decide("l-3", Decisions.RETRY, "third");
        order.decide("l-1", Decisions.WAIVE, "first");

        assertThat(order.facts()).endsWith("retry decided l-3 4 third ops-1", "waiver decided l-1 1 first ops-1");
        assertThat(taskService().getVariables(order.task("l-2").getId()))
                .containsEntry(Variables.ERROR_REASON, "None of l-2 left")
                .containsEntry(Variables.ATTEMPT, 2)
                .containsEntry(Variables.DECISION, null)
                .containsEntry(Variables.DECIDED_BY, null);
        assertThat(runtimeService().getVariables(instance.getId())).isEmpty();
        order.receive(orderLineWaived("l-1"));
        assertThat(instance).isWaitingFor(orderLineFulfillmentRequested("l-3"));
    }

    @Test
    void aRefusedCompletionLeavesTheTaskOpen() {
        ProcessInstance instance = order.capture("l-1");
        order.fail("l-1", 1);

        assertThatThrownBy(() -> order.decide("l-1", Decisions.RETRY, " "))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("reason");

        assertThat(instance).isWaitingAt(Elements.RESOLVE_LINE_FALLOUT);
        assertThat(taskService().getVariable(order.task("l-1").getId(), Variables.DECISION))
                .isNull();
    }

    @Test
    void aDecisionTheModelDoesNotKnowLeavesTheTaskOpen() {
        ProcessInstance instance = order.capture("l-1");
        order.fail("l-1", 1);

        assertThatThrownBy(() -> order.decide("l-1", "IGNORE", "whatever"))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining(Elements.DECISION);

        assertThat(instance).isWaitingAt(Elements.RESOLVE_LINE_FALLOUT);
    }
}
