package io.orderflow.orchestration.fulfillment.approval;

import static org.camunda.bpm.engine.variable.Variables.untypedValue;

import io.orderflow.bpmn.OrderFulfillmentProcess;
import io.orderflow.bpmn.OrderFulfillmentProcess.Variables;
import java.math.BigDecimal;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * "Check approval": does what was approved cover what was asked for? If so the held lines are there again and nothing of
 * the wait is kept.
 */
@Component(OrderFulfillmentProcess.Delegates.CHECK_APPROVAL)
class CheckApproval implements JavaDelegate {

    private static final List<String> OF_THE_WAIT = List.of(
            Variables.HELD_ORDER_LINE_IDS,
            Variables.REQUESTED_ONE_TIME_TOTAL,
            Variables.REQUESTED_RECURRING_TOTAL,
            Variables.REQUESTED_CURRENCY,
            Variables.APPROVAL_REQUESTED_AT);

    @Override
    public void execute(DelegateExecution execution) {
        boolean covers = execution
                        .getVariable(Variables.REQUESTED_CURRENCY)
                        .equals(execution.getVariable(Variables.APPROVED_CURRENCY))
                && approved(execution).cover(requested(execution));
        execution.setVariable(Variables.APPROVAL_COVERS, untypedValue(covers, true));
        if (covers) {
            byte[] held = (byte[]) execution.getVariable(Variables.HELD_ORDER_LINE_IDS);
            execution.setVariable(Variables.ORDER_LINE_IDS, untypedValue(HeldLines.unpack(held), true));
            execution.removeVariables(OF_THE_WAIT);
        }
    }

    private static Totals approved(DelegateExecution execution) {
        return new Totals(
                new BigDecimal((String) execution.getVariable(Variables.APPROVED_ONE_TIME_TOTAL)),
                new BigDecimal((String) execution.getVariable(Variables.APPROVED_RECURRING_TOTAL)));
    }

    private static Totals requested(DelegateExecution execution) {
        return new Totals(
                new BigDecimal((String) execution.getVariable(Variables.REQUESTED_ONE_TIME_TOTAL)),
                new BigDecimal((String) execution.getVariable(Variables.REQUESTED_RECURRING_TOTAL)));
    }
}
