package io.orderflow.bpmn;

import static io.orderflow.bpmn.OrderFulfillmentProcess.Messages.orderCancellationRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import io.orderflow.bpmn.OrderFulfillmentProcess.Elements;
import io.orderflow.bpmn.OrderFulfillmentProcess.Messages;
import io.orderflow.bpmn.OrderFulfillmentProcess.Variables;
import java.math.BigDecimal;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The way of an order that somebody has to approve before its lines are released. */
class ApprovalTest {

    @RegisterExtension
    final TestOrder order = new TestOrder();

    @Test
    void anOrderBelowThePolicyGoesStraightToItsLines() {
        ProcessInstance instance = order.capture("l-1");

        assertThat(instance)
                .hasPassed(Elements.APPROVAL_POLICY, Elements.APPROVAL_NEEDED)
                .hasNotPassed(Elements.REQUEST_APPROVAL)
                .isWaitingAt(Elements.AWAIT_FULFILMENT);
        assertThat(runtimeService().getVariables(instance.getId())).isEmpty();
    }

    @Test
    void aLargeOrderReleasesNoLineBeforeItIsApproved() {
        ProcessInstance instance = order.captureLarge("l-1", "l-2");

        assertThat(instance).isWaitingAt(Elements.AWAIT_APPROVAL);
        assertThat(instance).isWaitingFor(Messages.APPROVAL_GRANTED, Messages.APPROVAL_DECLINED);
        assertThat(order.facts())
                .containsExactly("started by " + Elements.ORDER_CAPTURED, "approval requested by order-value-gbp");
        assertThat(runtimeService().getVariables(instance.getId()))
                .containsOnlyKeys(Variables.HELD_ORDER_LINE_IDS, Variables.REQUESTED_ONE_TIME_TOTAL);
    }

    @Test
    void anApprovalThatCoversTheOrderReleasesItsLines() {
        ProcessInstance instance = order.captureLarge("l-1", "l-2");

        order.approve(TestOrder.LARGE);

        assertThat(instance)
                .hasPassed(Elements.CHECK_APPROVAL, Elements.APPROVAL_COVERS)
                .isWaitingAt(Elements.AWAIT_FULFILMENT);
        assertThat(order.facts()).endsWith("released l-1", "released l-2");
        assertThat(managementService()
                        .createJobQuery()
                        .activityId(Elements.APPROVAL_REMINDER_DUE)
                        .count())
                .isZero();
    }

    @Test
    void anApprovalForLessThanTheOrderIsNotEnough() {
        ProcessInstance instance = order.captureLarge("l-1");

        order.approve(TestOrder.LARGE.subtract(new BigDecimal("0.01")));

        assertThat(instance).hasPassed(Elements.CHECK_APPROVAL).isWaitingAt(Elements.AWAIT_APPROVAL);
        assertThat(order.facts()).noneMatch(fact -> fact.startsWith("released"));
        order.approve(TestOrder.LARGE);
        assertThat(instance).isWaitingAt(Elements.AWAIT_FULFILMENT);
    }

    @Test
    void aDeclinedOrderIsToBeCancelled() {
        ProcessInstance instance = order.captureLarge("l-1");

        order.decline("over budget");

        assertThat(instance).isWaitingAt(Elements.AWAIT_CANCELLATION);
        assertThat(instance).isWaitingFor(orderCancellationRefused(TestOrder.ID));
        assertThat(order.facts())
                .last()
                .isEqualTo("cancellation decided at " + Elements.DECIDE_CANCELLATION + " because over budget");

        order.cancel(Map.of());
        assertThat(instance).hasPassed(Elements.ORDER_CANCELLED).isEnded();
    }

    @Test
    void aRefusedCancellationPutsTheOrderBackToItsApprovers() {
        ProcessInstance instance = order.captureLarge("l-1");
        order.decline("over budget");

        order.receive(orderCancellationRefused(TestOrder.ID));

        assertThat(instance).isWaitingAt(Elements.AWAIT_APPROVAL);
        order.approve(TestOrder.LARGE);
        assertThat(instance).isWaitingAt(Elements.AWAIT_FULFILMENT);
    }

    @Test
    void anApprovalThatDoesNotComeIsReportedThreeTimes() {
        ProcessInstance instance = order.captureLarge("l-1");

        for (int reminder = 1; reminder <= 3; reminder++) {
            order.passDeadline(Elements.APPROVAL_REMINDER_DUE);
            assertThat(order.facts().stream().filter("approval jeopardy"::equals))
                    .hasSize(reminder);
        }

        assertThat(instance)
                .hasPassed(Elements.RAISE_APPROVAL_JEOPARDY, Elements.APPROVAL_REMINDED)
                .isWaitingAt(Elements.AWAIT_APPROVAL);
        assertThat(managementService().createJobQuery().count()).isZero();
    }
}
