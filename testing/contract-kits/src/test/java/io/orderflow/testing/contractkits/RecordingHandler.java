package io.orderflow.testing.contractkits;

import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.kafkaadapters.inbox.InboxHandler;
import io.orderflow.kafkaadapters.inbox.InboxSubscription;
import java.util.List;

/** Its effect is a row for each event, without any protection of its own. */
record RecordingHandler(InboxSubscription subscription, EffectTable effects) implements InboxHandler {

    @Override
    public List<HandlingOutcome> handle(List<InboxEvent> events) {
        return events.stream().map(this::apply).toList();
    }

    private HandlingOutcome apply(InboxEvent event) {
        effects.add(
                subscription.consumerGroup(),
                event.envelope().aggregateId(),
                event.envelope().eventId().toString());
        return HandlingOutcome.applied();
    }
}
