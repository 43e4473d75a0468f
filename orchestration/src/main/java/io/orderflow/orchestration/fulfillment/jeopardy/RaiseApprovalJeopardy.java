package io.orderflow.orchestration.fulfillment.jeopardy;

import io.orderflow.bpmn.OrderFulfillmentProcess;
import io.orderflow.bpmn.OrderFulfillmentProcess.Variables;
import io.orderflow.orchestration.fulfillment.OrchestrationFacts;
import io.orderflow.orchestration.fulfillment.jeopardy.OrderJeopardyRaised.Cause;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Raise approval jeopardy": nobody has decided about the order in time. */
@Component(OrderFulfillmentProcess.Delegates.RAISE_APPROVAL_JEOPARDY)
class RaiseApprovalJeopardy implements JavaDelegate {

    private final OrchestrationFacts facts;

    RaiseApprovalJeopardy(OrchestrationFacts facts) {
        this.facts = facts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Instant now = facts.now();
        facts.publish(
                execution,
                now,
                new OrderJeopardyRaised(
                        execution.getProcessBusinessKey(),
                        execution.getProcessInstanceId(),
                        now,
                        DueTimer.current().dueAt(),
                        Cause.APPROVAL_OVERDUE,
                        null,
                        Instant.parse((String) execution.getVariable(Variables.APPROVAL_REQUESTED_AT))));
    }
}
