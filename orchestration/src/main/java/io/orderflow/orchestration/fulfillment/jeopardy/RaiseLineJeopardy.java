package io.orderflow.orchestration.fulfillment.jeopardy;

import io.orderflow.bpmn.OrderFulfillmentProcess;
import io.orderflow.bpmn.OrderFulfillmentProcess.Messages;
import io.orderflow.orchestration.fulfillment.OrchestrationFacts;
import io.orderflow.orchestration.fulfillment.jeopardy.OrderJeopardyRaised.Cause;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.EventSubscription;
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

    /** By what the order still waits for: a line is awaited, or is in fallout and could be waived. */
    private static List<String> openLines(DelegateExecution execution) {
        return execution
                .getProcessEngineServices()
                .getRuntimeService()
                .createEventSubscriptionQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .list()
                .stream()
                .map(EventSubscription::getEventName)
                .flatMap(message -> Stream.of(Messages.orderLineFulfillmentCompleted(""), Messages.orderLineWaived(""))
                        .filter(message::startsWith)
                        .map(prefix -> message.substring(prefix.length())))
                .sorted()
                .toList();
    }
}
