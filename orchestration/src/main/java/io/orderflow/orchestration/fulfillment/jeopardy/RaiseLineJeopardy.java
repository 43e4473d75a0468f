package io.orderflow.orchestration.fulfillment.jeopardy;

import io.orderflow.bpmn.OrderFulfillmentProcess;
import io.orderflow.bpmn.OrderFulfillmentProcess.Variables;
import io.orderflow.orchestration.fulfillment.OrchestrationFacts;
import io.orderflow.orchestration.fulfillment.jeopardy.OrderJeopardyRaised.Cause;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.springframework.stereotype.Component;

/** "Raise line jeopardy": one fact for each line that is not fulfilled although the order's time is over. */
@Component(OrderFulfillmentProcess.Delegates.RAISE_LINE_JEOPARDY)
class RaiseLineJeopardy implements JavaDelegate {

    private final OrchestrationFacts facts;

    RaiseLineJeopardy(OrchestrationFacts facts) {
        this.facts = facts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DueTimer timer = DueTimer.current();
        Instant now = facts.now();
        facts.publish(
                execution,
                now,
                openLines(execution).stream()
                        .map(orderLineId -> new OrderJeopardyRaised(
                                execution.getProcessBusinessKey(),
                                execution.getProcessInstanceId(),
                                now,
                                timer.dueAt(),
                                Cause.LINE_OVERDUE,
                                orderLineId,
                                timer.since()))
                        .toList());
    }

    /** Each line that is still being fulfilled has its id as a variable of its own. */
    private static List<String> openLines(DelegateExecution execution) {
        return execution
                .getProcessEngineServices()
                .getRuntimeService()
                .createVariableInstanceQuery()
                .processInstanceIdIn(execution.getProcessInstanceId())
                .variableName(Variables.ORDER_LINE_ID)
                .list()
                .stream()
                .map(VariableInstance::getValue)
                .map(String.class::cast)
                .distinct()
                .sorted()
                .toList();
    }
}
