package io.orderflow.orchestration;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.bpmn.OrderFulfillmentProcess;
import io.orderflow.bpmn.OrderFulfillmentProcess.Elements;
import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import io.orderflow.kafkaadapters.inbox.HandlingOutcome.Ignored;
import io.orderflow.kafkaadapters.inbox.HandlingOutcome.Parked;
import java.util.Set;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was started under the first model goes on under it, whatever has been deployed since. */
class OlderModelIT {

    private TwoNodes nodes;

    @BeforeEach
    void nodesAreRunning() throws Exception {
        nodes = TwoNodes.running();
    }

    @Test
    void bothModelsAreThere() {
        assertThat(nodes.left
                        .engine
                        .getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(OrderFulfillmentProcess.KEY)
                        .orderByProcessDefinitionVersion()
                        .asc()
                        .list())
                .extracting(ProcessDefinition::getVersion)
                .containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void anOlderInstanceRunsToCompletion(int completedLines) {
        OrderEvents order = nodes.olderOrders.toComplete().get(completedLines);

        order.lines.stream().skip(completedLines).forEach(line -> assertApplied(order.lineCompleted(line)));
        assertApplied(order.completed());

        assertRanUnderTheFirstModelTo(order, Elements.ORDER_COMPLETED);
    }

    /** It knows no reversals, and ends at once even if the order service wants some; those are never released. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void anOlderInstanceRunsToCancellation(int completedLines) {
        OrderEvents order = nodes.olderOrders.toCancel().get(completedLines);

        assertApplied(order.cancelled(Set.copyOf(order.lines)));

        assertRanUnderTheFirstModelTo(order, Elements.ORDER_CANCELLED);
    }

    /** It knows no fallout: the failure waits for the instance to be migrated; people ask for the line again over the API. */
    @Test
    void aFailedLineOfAnOlderInstanceIsKeptAndTheOrderGoesOn() {
        OrderEvents order = nodes.olderOrders.toFail();
        String line = order.lines.get(0);

        assertThat(nodes.left.handle(order.lineFailed(line, 1)))
                .isInstanceOfSatisfying(
                        Parked.class, parked -> assertThat(parked.reason()).contains("version 1", "migrate"));
        assertThat(nodes.right.handle(order.lineRequested(line, 2))).isInstanceOf(Ignored.class);
        order.lines.forEach(each -> assertApplied(order.lineCompleted(each)));
        assertApplied(order.completed());

        assertRanUnderTheFirstModelTo(order, Elements.ORDER_COMPLETED);
    }

    private void assertApplied(Event event) {
        assertThat(nodes.right.handle(event)).isInstanceOf(HandlingOutcome.Applied.class);
    }

    private void assertRanUnderTheFirstModelTo(OrderEvents order, String endEvent) {
        nodes.left.seen.assertEnded(order, endEvent);
        assertThat(nodes.left
                        .engine
                        .getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(order.orderId)
                        .singleResult()
                        .getProcessDefinitionVersion())
                .isEqualTo(1);
        assertThat(nodes.left.factsOf(order)).endsWith("OrchestrationFinished");
    }
}
