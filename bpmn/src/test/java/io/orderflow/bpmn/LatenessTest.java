package io.orderflow.bpmn;

import static io.orderflow.bpmn.OrderFulfillmentProcess.Messages.orderLineFulfillmentCompleted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;

import io.orderflow.bpmn.OrderFulfillmentProcess.Elements;
import io.orderflow.bpmn.OrderFulfillmentProcess.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lines that take too long: told once for the whole order, and nothing is interrupted. */
class LatenessTest {

    @RegisterExtension
    final TestOrder order = new TestOrder();

    @Test
    void anOrderHasOneTimerHoweverManyLinesItHas() {
        order.capture("l-1", "l-2", "l-3");

        assertThat(managementService().createJobQuery().list()).singleElement().satisfies(timer -> assertThat(
                        timer.getDuedate().toInstant())
                .isCloseTo(Instant.now().plus(Duration.ofHours(4)), within(1, ChronoUnit.MINUTES)));
    }

    @Test
    void latenessIsReportedAndTheLinesGoOn() {
        ProcessInstance instance = order.capture("l-1", "l-2");
        order.receive(orderLineFulfillmentCompleted("l-1"));

        order.passDeadline(Elements.FULFILMENT_OVERDUE);

        assertThat(order.facts()).last().isEqualTo("line jeopardy");
        assertThat(instance)
                .hasPassed(Elements.RAISE_LINE_JEOPARDY, Elements.LATENESS_REPORTED)
                .isWaitingAt(Elements.AWAIT_FULFILMENT);
        assertThat(managementService().createJobQuery().count()).isZero();
        order.receive(orderLineFulfillmentCompleted("l-2"));
        order.receive(Messages.ORDER_COMPLETED);
        assertThat(instance).hasPassed(Elements.ORDER_COMPLETED).isEnded();
    }

    @Test
    void aFalloutIsLateAsWell() {
        ProcessInstance instance = order.capture("l-1");
        order.fail("l-1", 1);

        order.passDeadline(Elements.FULFILMENT_OVERDUE);

        assertThat(order.facts()).last().isEqualTo("line jeopardy");
        assertThat(instance).isWaitingAt(Elements.RESOLVE_LINE_FALLOUT);
    }

    @Test
    void linesThatAreDoneInTimeAreNotLate() {
        order.capture("l-1");

        order.receive(orderLineFulfillmentCompleted("l-1"));

        assertThat(managementService().createJobQuery().count()).isZero();
    }
}
