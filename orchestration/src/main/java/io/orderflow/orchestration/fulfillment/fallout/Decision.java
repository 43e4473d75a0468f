package io.orderflow.orchestration.fulfillment.fallout;

import io.orderflow.bpmn.OrderFulfillmentProcess.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Who decided about which line, why, and in which task, as {@link RecordDecision} has left it. */
record Decision(String orderLineId, String decidedBy, String reason, String taskId) {

    static Decision recordedAt(DelegateExecution execution) {
        return new Decision(
                text(execution, Variables.ORDER_LINE_ID),
                text(execution, Variables.DECIDED_BY),
                text(execution, Variables.DECISION_REASON),
                text(execution, Variables.TASK_ID));
    }

    private static String text(DelegateExecution execution, String variable) {
        return (String) execution.getVariable(variable);
    }
}
