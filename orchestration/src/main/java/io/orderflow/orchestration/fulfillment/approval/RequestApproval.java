package io.orderflow.orchestration.fulfillment.approval;

import io.orderflow.bpmn.OrderFulfillmentProcess;
import io.orderflow.bpmn.OrderFulfillmentProcess.Variables;
import io.orderflow.orchestration.fulfillment.OrchestrationFacts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * "Request approval": asks for an approval and stores what has to survive the wait for it, which may take days; until here
 * it was only in memory.
 */
@Component(OrderFulfillmentProcess.Delegates.REQUEST_APPROVAL)
class RequestApproval implements JavaDelegate {

    private final OrchestrationFacts facts;

    RequestApproval(OrchestrationFacts facts) {
        this.facts = facts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Instant now = facts.now();
        String currency = (String) execution.getVariable(Variables.CURRENCY);
        Totals totals = new Totals((BigDecimal) execution.getVariable(Variables.ONE_TIME_TOTAL), (BigDecimal)
                execution.getVariable(Variables.RECURRING_TOTAL));

        execution.setVariable(Variables.HELD_ORDER_LINE_IDS, HeldLines.pack((List<?>)
                execution.getVariable(Variables.ORDER_LINE_IDS)));
        execution.setVariable(
                Variables.REQUESTED_ONE_TIME_TOTAL, totals.oneTimeTotal().toPlainString());
        execution.setVariable(
                Variables.REQUESTED_RECURRING_TOTAL, totals.recurringTotal().toPlainString());
        execution.setVariable(Variables.REQUESTED_CURRENCY, currency);
        execution.setVariable(Variables.APPROVAL_REQUESTED_AT, now.toString());

        facts.publish(
                execution,
                now,
                new OrderApprovalRequested(
                        execution.getProcessBusinessKey(),
                        execution.getProcessInstanceId(),
                        now,
                        (String) execution.getVariable(Variables.CUSTOMER_ID),
                        currency,
                        totals,
                        (String) execution.getVariable(Variables.POLICY_REFERENCE)));
    }

    record OrderApprovalRequested(
            String orderId,
            String processInstanceId,
            Instant requestedAt,
            String customerId,
            String currency,
            Totals totals,
            String policyReference) {}
}
