package io.orderflow.orchestration.adapters;

import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.kafkaadapters.inbox.InboxSubscription;
import io.orderflow.messagecorrelation.CorrelationRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** From {@code cpq.approval.events.v1} to the process of the order that an approval is about. */
@Component
class ApprovalEventsAdapter implements ProcessAdapter {

    private static final String CONSUMER_GROUP = "orchestration-service.approval-events.consumer";
    private static final String TOPIC = "cpq.approval.events.v1";

    private final ProcessEffects processes;

    ApprovalEventsAdapter(ProcessEffects processes) {
        this.processes = processes;
    }

    @Override
    public InboxSubscription subscription() {
        return InboxSubscription.toTopic(CONSUMER_GROUP, TOPIC, Map.of());
    }

    @Override
    public List<HandlingOutcome> handle(List<InboxEvent> events) {
        return processes.apply(this, events);
    }

    @Override
    public Optional<CorrelationRequest> requestFor(InboxEvent event) {
        return processes.requestFor(Map.of(), event);
    }
}
