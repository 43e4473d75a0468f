package io.orderflow.orchestration.fulfillment.cancellation;

import io.orderflow.bpmn.OrderFulfillmentProcess;
import io.orderflow.bpmn.OrderFulfillmentProcess.Elements;
import io.orderflow.bpmn.OrderFulfillmentProcess.Variables;
import io.orderflow.orchestration.fulfillment.OrchestrationFacts;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * "Decide cancellation": an approver or an operator wants the order to end. Whether it still can is the order service's
 * decision.
 */
@Component(OrderFulfillmentProcess.Delegates.DECIDE_CANCELLATION)
class DecideCancellation implements JavaDelegate {

    private final OrchestrationFacts facts;

    DecideCancellation(OrchestrationFacts facts) {
        this.facts = facts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Instant now = facts.now();
        facts.publish(
                execution,
                now,
                switch (Cause.of(execution.getCurrentActivityId())) {
                    case APPROVAL_DECLINED -> ofApprover(execution, now);
                    case LINE_FALLOUT -> ofOperator(execution, now);
                });
    }

    private static OrderCancellationDecided ofApprover(DelegateExecution execution, Instant now) {
        return new OrderCancellationDecided(
                execution.getProcessBusinessKey(),
                execution.getProcessInstanceId(),
                now,
                text(execution, Variables.APPROVER),
                text(execution, Variables.DECLINE_REASON),
                Cause.APPROVAL_DECLINED,
                null,
                null,
                null);
    }

    private static OrderCancellationDecided ofOperator(DelegateExecution execution, Instant now) {
        return new OrderCancellationDecided(
                execution.getProcessBusinessKey(),
                execution.getProcessInstanceId(),
                now,
                text(execution, Variables.DECIDED_BY),
                text(execution, Variables.DECISION_REASON),
                Cause.LINE_FALLOUT,
                text(execution, Variables.ORDER_LINE_ID),
                (Integer) execution.getVariable(Variables.ATTEMPT),
                text(execution, Variables.TASK_ID));
    }

    private static String text(DelegateExecution execution, String variable) {
        return (String) execution.getVariable(variable);
    }

    enum Cause {
        LINE_FALLOUT,
        APPROVAL_DECLINED;

        static Cause of(String serviceTask) {
            if (serviceTask.equals(Elements.DECIDE_ORDER_CANCELLATION)) {
                return LINE_FALLOUT;
            }
            if (serviceTask.equals(Elements.DECIDE_CANCELLATION)) {
                return APPROVAL_DECLINED;
            }
            throw new IllegalArgumentException("no cause is known for service task " + serviceTask);
        }
    }

    record OrderCancellationDecided(
            String orderId,
            String processInstanceId,
            Instant decidedAt,
            String decidedBy,
            String reason,
            Cause cause,
            @Nullable String orderLineId,
            @Nullable Integer attempt,
            @Nullable String taskId) {}
}
