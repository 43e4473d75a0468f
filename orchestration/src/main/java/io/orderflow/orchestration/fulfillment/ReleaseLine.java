package io.orderflow.orchestration.fulfillment;

import io.orderflow.bpmn.OrderFulfillmentProcess;
import io.orderflow.bpmn.OrderFulfillmentProcess.Variables;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Release line": the process has come to the line. Whether its fulfilment may begin is the order service's decision. */
@Component(OrderFulfillmentProcess.Delegates.RELEASE_LINE)
class ReleaseLine implements JavaDelegate {

    private final OrchestrationFacts facts;

    ReleaseLine(OrchestrationFacts facts) {
        this.facts = facts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String orderLineId = (String) execution.getVariable(Variables.ORDER_LINE_ID);
        Instant now = facts.now();
        facts.publish(
                execution,
                now,
                new OrderLineReleased(
                        execution.getProcessBusinessKey(), orderLineId, execution.getProcessInstanceId(), now));
    }

    record OrderLineReleased(String orderId, String orderLineId, String processInstanceId, Instant releasedAt) {}
}
