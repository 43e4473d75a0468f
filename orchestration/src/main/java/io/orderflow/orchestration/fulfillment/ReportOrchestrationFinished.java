package io.orderflow.orchestration.fulfillment;

import io.orderflow.bpmn.OrderFulfillmentProcess;
import io.orderflow.bpmn.OrderFulfillmentProcess.Elements;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Order completed" and "Order cancelled": the process has come to its end. */
@Component(OrderFulfillmentProcess.Delegates.REPORT_ORCHESTRATION_FINISHED)
class ReportOrchestrationFinished implements JavaDelegate {

    private final OrchestrationFacts facts;

    ReportOrchestrationFinished(OrchestrationFacts facts) {
        this.facts = facts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String endEvent = execution.getCurrentActivityId();
        Instant now = facts.now();
        facts.publish(
                execution,
                now,
                new OrchestrationFinished(
                        execution.getProcessBusinessKey(),
                        execution.getProcessInstanceId(),
                        now,
                        endEvent,
                        Outcome.of(endEvent)));
    }

    enum Outcome {
        COMPLETED,
        CANCELLED;

        static Outcome of(String endEvent) {
            if (endEvent.equals(Elements.ORDER_COMPLETED)) {
                return COMPLETED;
            }
            if (endEvent.equals(Elements.ORDER_CANCELLED)) {
                return CANCELLED;
            }
            throw new IllegalArgumentException("no outcome is known for end event " + endEvent);
        }
    }

    record OrchestrationFinished(
            String orderId, String processInstanceId, Instant finishedAt, String endEvent, Outcome outcome) {}
}
