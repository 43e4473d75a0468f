package io.orderflow.orchestration.fulfillment;

import io.orderflow.bpmn.OrderFulfillmentProcess;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** "Order captured": a process coordinates the order from now on. Comes before the first line is released. */
@Component(OrderFulfillmentProcess.Delegates.REPORT_ORCHESTRATION_STARTED)
class ReportOrchestrationStarted implements ExecutionListener {

    private final OrchestrationFacts facts;

    ReportOrchestrationStarted(OrchestrationFacts facts) {
        this.facts = facts;
    }

    @Override
    public void notify(DelegateExecution execution) {
        ProcessDefinition definition = execution
                .getProcessEngineServices()
                .getRepositoryService()
                .getProcessDefinition(execution.getProcessDefinitionId());
        Instant now = facts.now();
        facts.publish(
                execution,
                now,
                new OrchestrationStarted(
                        execution.getProcessBusinessKey(),
                        execution.getProcessInstanceId(),
                        definition.getKey(),
                        definition.getVersion(),
                        now));
    }

    record OrchestrationStarted(
            String orderId,
            String processInstanceId,
            String processDefinitionKey,
            int processDefinitionVersion,
            Instant startedAt) {}
}
