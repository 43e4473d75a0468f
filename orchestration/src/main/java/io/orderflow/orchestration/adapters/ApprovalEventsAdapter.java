package io.orderflow.orchestration.adapters;

import static io.orderflow.orchestration.adapters.ProcessEffects.continueAt;

import io.orderflow.bpmn.OrderFulfillmentProcess.Messages;
import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.kafkaadapters.inbox.InboxHandler;
import io.orderflow.kafkaadapters.inbox.InboxSubscription;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** From {@code cpq.approval.events.v1} to order fulfilment: an approval belongs to the order that it is about. */
@Component
class ApprovalEventsAdapter implements InboxHandler {

    private static final String CONSUMER_GROUP = "orchestration-service.approval-events.consumer";
    private static final String TOPIC = "cpq.approval.events.v1";

    /** Which event does what to which process. Every other event of the topic is none of our business. */
    private static final Map<String, ProcessEffect<?>> EFFECTS = Map.of(
            "ApprovalGranted",
            ProcessEffect.of(
                    ApprovalGranted.class,
                    (event, approval) -> continueAt(event, Messages.APPROVAL_GRANTED, approval.variables())),
            "ApprovalDeclined",
            ProcessEffect.of(
                    ApprovalDeclined.class,
                    (event, approval) -> continueAt(event, Messages.APPROVAL_DECLINED, approval.variables())));

    private final ProcessEffects processes;

    ApprovalEventsAdapter(ProcessEffects processes) {
        this.processes = processes;
    }

    @Override
    public InboxSubscription subscription() {
        return new InboxSubscription(CONSUMER_GROUP, TOPIC, ProcessEffects.payloads(EFFECTS));
    }

    @Override
    public List<HandlingOutcome> handle(List<InboxEvent> events) {
        return processes.apply(EFFECTS, events);
    }
}
