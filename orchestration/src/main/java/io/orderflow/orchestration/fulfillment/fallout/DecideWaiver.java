package io.orderflow.orchestration.fulfillment.fallout;

import io.orderflow.bpmn.OrderFulfillmentProcess;
import io.orderflow.bpmn.OrderFulfillmentProcess.Variables;
import io.orderflow.orchestration.fulfillment.OrchestrationFacts;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Decide waiver": an operator wants the order to do without the line. */
@Component(OrderFulfillmentProcess.Delegates.DECIDE_WAIVER)
class DecideWaiver implements JavaDelegate {

    private final OrchestrationFacts facts;

    DecideWaiver(OrchestrationFacts facts) {
        this.facts = facts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Decision decision = Decision.recordedAt(execution);
        Instant now = facts.now();
        facts.publish(
                execution,
                now,
                new OrderLineWaiverDecided(
                        execution.getProcessBusinessKey(),
                        decision.orderLineId(),
                        execution.getProcessInstanceId(),
                        now,
                        decision.decidedBy(),
                        decision.reason(),
                        (Integer) execution.getVariable(Variables.ATTEMPT),
                        decision.taskId()));
    }

    record OrderLineWaiverDecided(
            String orderId,
            String orderLineId,
            String processInstanceId,
            Instant decidedAt,
            String decidedBy,
            String reason,
            int attempt,
            String taskId) {}
}
