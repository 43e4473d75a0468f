package io.orderflow.orchestration.fulfillment.cancellation;

import io.orderflow.bpmn.OrderFulfillmentProcess;
import io.orderflow.bpmn.OrderFulfillmentProcess.Variables;
import io.orderflow.orchestration.fulfillment.OrchestrationFacts;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Release reversal": the order is cancelled, and the line that was asked for is to be taken back. */
@Component(OrderFulfillmentProcess.Delegates.RELEASE_REVERSAL)
class ReleaseReversal implements JavaDelegate {

    private final OrchestrationFacts facts;

    ReleaseReversal(OrchestrationFacts facts) {
        this.facts = facts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String orderLineId = (String) execution.getVariable(Variables.ORDER_LINE_ID);
        Map<?, ?> attempts = (Map<?, ?>) execution.getVariable(Variables.REVERSAL_ATTEMPTS);
        Instant now = facts.now();
        facts.publish(
                execution,
                now,
                new OrderLineReversalReleased(
                        execution.getProcessBusinessKey(),
                        orderLineId,
                        execution.getProcessInstanceId(),
                        now,
                        (String) execution.getVariable(Variables.CANCELLATION_REASON),
                        (Integer) Objects.requireNonNull(attempts.get(orderLineId))));
    }

    record OrderLineReversalReleased(
            String orderId,
            String orderLineId,
            String processInstanceId,
            Instant releasedAt,
            String reason,
            int attempt) {}
}
