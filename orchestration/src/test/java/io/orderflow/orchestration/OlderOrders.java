package io.orderflow.orchestration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/** Orders of two lines each whose processes began under the first model, none of them at the same place twice. */
record OlderOrders(List<OrderEvents> toComplete, List<OrderEvents> toCancel, OrderEvents toFail) {

    static OlderOrders leftBehindBy(OrchestrationNode older) {
        assertThat(older.engine
                        .getRepositoryService()
                        .createProcessDefinitionQuery()
                        .list())
                .extracting(ProcessDefinition::getVersion)
                .containsExactly(1);
        return new OlderOrders(threePlaces(older), threePlaces(older), started(older, 0));
    }

    private static List<OrderEvents> threePlaces(OrchestrationNode older) {
        return List.of(started(older, 0), started(older, 1), started(older, 2));
    }

    private static OrderEvents started(OrchestrationNode older, int completedLines) {
        OrderEvents order = new OrderEvents(2);
        older.handle(order.captured());
        order.lines.stream().limit(completedLines).forEach(line -> older.handle(order.lineCompleted(line)));
        return order;
    }
}
