package io.orderflow.bpmn;

import static io.orderflow.bpmn.OrderFulfillmentProcess.Messages.orderLineFulfillmentCompleted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.repositoryService;

import io.orderflow.bpmn.OrderFulfillmentProcess.Elements;
import io.orderflow.bpmn.OrderFulfillmentProcess.Messages;
import java.util.Map;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Orders that were captured under the first version of the model, before the present one was deployed. */
class OlderInstancesTest {

    @RegisterExtension
    final TestOrder order = new TestOrder();

    private String first = "";
    private String present = "";

    @BeforeEach
    void deployTheFirstVersionAsTheNewest() {
        first = repositoryService()
                .createDeployment()
                .addClasspathResource("versions/1/order-fulfillment.bpmn")
                .deploy()
                .getId();
    }

    @AfterEach
    void removeTheDeployments() {
        repositoryService().deleteDeployment(present, true);
        repositoryService().deleteDeployment(first, true);
    }

    @Test
    void theyEndWhereTheirOwnVersionEnds() {
        ProcessInstance instance = order.captureLarge("l-1", "l-2");
        deployThePresentVersion();

        order.receive(orderLineFulfillmentCompleted("l-1"));
        order.receive(orderLineFulfillmentCompleted("l-2"));
        order.receive(Messages.ORDER_COMPLETED);

        assertThat(instance).hasPassed(Elements.ORDER_COMPLETED).isEnded();
        assertThat(order.facts()).last().isEqualTo("finished at " + Elements.ORDER_COMPLETED);
    }

    @Test
    void theyAreCancelledWithoutReversals() {
        ProcessInstance instance = order.capture("l-1");
        deployThePresentVersion();

        order.cancel(Map.of("l-1", 1));

        assertThat(instance).hasPassed(Elements.ORDER_CANCELLED).isEnded();
    }

    @Test
    void newOrdersStartUnderThePresentVersion() {
        deployThePresentVersion();

        assertThat(order.captureLarge("l-1")).isWaitingAt(Elements.AWAIT_APPROVAL);
    }

    private void deployThePresentVersion() {
        Deployment deployment = repositoryService()
                .createDeployment()
                .addClasspathResource(TestOrder.FOLDER + "order-fulfillment.bpmn")
                .deploy();
        present = deployment.getId();
    }
}
