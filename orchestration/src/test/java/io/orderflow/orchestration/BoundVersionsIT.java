package io.orderflow.orchestration;

import static io.orderflow.orchestration.Seen.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.kafkaadapters.inbox.HandlingOutcome.Applied;
import io.orderflow.kafkaadapters.inbox.HandlingOutcome.Parked;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Models that are deployed on one node while the other works, and versions of one process side by side. */
class BoundVersionsIT {

    private final List<String> deployments = new ArrayList<>();
    private TwoNodes nodes;

    @BeforeEach
    void nodesAreRunning() throws Exception {
        nodes = TwoNodes.running();
    }

    @AfterEach
    void undeploy() {
        deployments.forEach(id -> nodes.left.engine.getRepositoryService().deleteDeployment(id, true));
    }

    @Test
    void twoVersionsWithDifferentKeysTakeTheirEventsSideBySide() {
        deploy(RejectedOrder.model());
        RejectedOrder byCustomer = startedOnTheOtherNode(1);
        deploy(RejectedOrder.model()
                .replace("value=\"waivedBy\"", "value=\"line.offerId\"")
                .replace("OrderLineWaived:${customer}", "OrderLineWaived:${keptQuote}"));
        RejectedOrder byOffer = startedOnTheOtherNode(2);

        assertThat(nodes.right.handle(byCustomer.waived("cust_1", "q_1-of-another")))
                .isInstanceOf(Applied.class);
        assertThat(nodes.right.handle(byOffer.waived("another", "q_1"))).isInstanceOf(Applied.class);

        assertThat(List.of(byCustomer, byOffer)).allSatisfy(order -> assertThat(nodes.left
                        .engine
                        .getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(order.orderId)
                        .taskDefinitionKey("UserTask_TellCustomer")
                        .count())
                .isEqualTo(1));
    }

    /** The new version of the product's own model also takes an event that no version before it did. */
    @Test
    void aNewCatchEventTakesAnEventOfARunningOrderAndOlderOrdersGoOnWithoutIt() throws IOException {
        OrderEvents older = new OrderEvents(1);
        nodes.right.handle(older.captured());
        deploy(fulfillmentThatNotesValidation());
        OrderEvents order = new OrderEvents(1);
        eventually(() -> assertThat(newest(nodes.right.engine)).isEqualTo(newest(nodes.left.engine)));
        nodes.right.handle(order.captured());

        // The node that did not deploy it may look at newest versions as they were a second ago.
        eventually(() -> assertThat(nodes.right.handle(older.validated()))
                .isInstanceOfSatisfying(Parked.class, parked -> assertThat(parked.reason())
                        .contains("waits nowhere for OrderValidated")));
        assertThat(nodes.right.handle(order.validated())).isInstanceOf(Applied.class);

        assertThat(nodes.left
                        .engine
                        .getRuntimeService()
                        .getVariable(nodes.left.seen.instanceOf(order).getId(), "noted"))
                .isEqualTo(1);
        for (OrderEvents each : List.of(older, order)) {
            assertThat(nodes.right.handle(each.lineCompleted(each.lines.get(0))))
                    .isInstanceOf(Applied.class);
            assertThat(nodes.right.handle(each.completed())).isInstanceOf(Applied.class);
        }
    }

    private void deploy(String model) {
        deployments.add(RejectedOrder.deploy(nodes.left.engine, model));
    }

    /** A node sees what the other has deployed within a second: until then it knows nobody who starts on the event. */
    private RejectedOrder startedOnTheOtherNode(int version) {
        List<RejectedOrder> tried = new ArrayList<>();
        eventually(() -> {
            RejectedOrder order = new RejectedOrder();
            tried.add(order);
            assertThat(nodes.right.handle(order.rejected())).isInstanceOf(Applied.class);
        });
        RejectedOrder started = tried.get(tried.size() - 1);
        assertThat(nodes.right
                        .engine
                        .getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(started.orderId)
                        .singleResult()
                        .getProcessDefinitionVersion())
                .isEqualTo(version);
        return started;
    }

    private static int newest(ProcessEngine engine) {
        ProcessDefinition newest = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("order-fulfillment")
                .latestVersion()
                .singleResult();
        return newest.getVersion();
    }

    private static String fulfillmentThatNotesValidation() throws IOException {
        try (var in =
                BoundVersionsIT.class.getResourceAsStream("/processes/order-fulfillment/order-fulfillment.bpmn")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .replaceFirst(
                            "(?=<bpmn:textAnnotation id=\"TextAnnotation_OrchestrationStarted\">)",
                            """
                              <bpmn:subProcess id="SubProcess_Validation" name="Validation" triggeredByEvent="true">
                                <bpmn:startEvent id="StartEvent_OrderValidated" name="Order validated" isInterrupting="false">
                                  <bpmn:extensionElements>
                                    <camunda:properties>
                                      <camunda:property name="eventType" value="OrderValidated" />
                                      <camunda:property name="eventVariables" value="lineCount" />
                                    </camunda:properties>
                                    <camunda:executionListener event="end" expression="\\${execution.processInstance.setVariable('noted', lineCount)}" />
                                  </bpmn:extensionElements>
                                  <bpmn:messageEventDefinition id="Definition_OrderValidated" messageRef="Message_OrderValidated" />
                                </bpmn:startEvent>
                              </bpmn:subProcess>
                            """)
                    .replaceFirst(
                            "(?=<bpmn:message )",
                            "<bpmn:message id=\"Message_OrderValidated\" name=\"OrderValidated\" />");
        }
    }
}
