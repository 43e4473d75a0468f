package io.orderflow.orchestration;

import static io.orderflow.orchestration.Seen.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An analyst deploys a model that starts on one catalogued event and catches another: no class is written for either. */
class BoundModelIT extends RunningOrchestration {

    private String deployment;

    @BeforeEach
    void deploy() {
        deployment = RejectedOrder.deploy(engine, RejectedOrder.model());
    }

    @AfterEach
    void undeploy() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    @Test
    void eventsFromKafkaMoveTheProcessAndItSeesWhatItsModelAllows() {
        RejectedOrder order = new RejectedOrder();

        Event rejected = order.rejected().send();
        Event waived = order.waived("cust_1", "85123A").send();

        eventually(() -> assertThat(taskOf(order)).isNotNull());
        assertThat(seen().outcomeOf(rejected)).isEqualTo("APPLIED");
        assertThat(seen().outcomeOf(waived)).isEqualTo("APPLIED");
        Map<String, Object> kept =
                engine.getRuntimeService().getVariables(taskOf(order).getProcessInstanceId());
        assertThat((String) kept.remove("seenAtStart"))
                .contains("customerId", "quote")
                .doesNotContain("rejectedAt", "orderId");
        assertThat(kept)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "customer", "cust_1",
                        "keptQuote", "q_1",
                        "keptReason", "Not needed",
                        "keptQuantity", 6,
                        "sawMore", false));
    }

    @Test
    void anEventWithAnotherKeyWaitsForItsPlace() {
        RejectedOrder order = new RejectedOrder();

        order.rejected().send();
        Event waived = order.waived("user_1", "85123A").send();

        eventually(() -> assertThat(seen().outcomeOf(waived)).isEqualTo("PARKED"));
        assertThat(taskOf(order)).isNull();
    }

    private Task taskOf(RejectedOrder order) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(order.orderId)
                .singleResult();
    }
}
