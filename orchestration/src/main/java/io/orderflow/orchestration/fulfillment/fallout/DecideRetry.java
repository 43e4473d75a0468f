package io.orderflow.orchestration.fulfillment.fallout;

import io.orderflow.bpmn.OrderFulfillmentProcess;
import io.orderflow.bpmn.OrderFulfillmentProcess.Variables;
import io.orderflow.orchestration.fulfillment.OrchestrationFacts;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Decide retry": an operator wants another attempt at the line. */
@Component(OrderFulfillmentProcess.Delegates.DECIDE_RETRY)
class DecideRetry implements JavaDelegate {

    private final OrchestrationFacts facts;

    DecideRetry(OrchestrationFacts facts) {
        this.facts = facts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Decision decision = Decision.recordedAt(execution);
        int failedAttempt = (Integer) execution.getVariable(Variables.ATTEMPT);
        Instant now = facts.now();
        facts.publish(
                execution,
                now,
                new OrderLineRetryDecided(
                        execution.getProcessBusinessKey(),
                        decision.orderLineId(),
                        execution.getProcessInstanceId(),
                        now,
                        decision.decidedBy(),
                        decision.reason(),
                        failedAttempt + 1,
                        decision.taskId()));
    }

    record OrderLineRetryDecided(
            String orderId,
            String orderLineId,
            String processInstanceId,
            Instant decidedAt,
            String decidedBy,
            String reason,
            int attempt,
            String taskId) {}
}
