package io.orderflow.testing.benchmarks.inbox;

import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.kafkaadapters.inbox.InboxHandler;
import io.orderflow.kafkaadapters.inbox.InboxSubscription;
import io.orderflow.testing.benchmarks.workload.Events;
import io.orderflow.testing.benchmarks.workload.Events.LineReleased;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Has no effect of its own, so that what is measured is the library. Thread safe. */
final class CountingHandler implements InboxHandler {

    private final String group;
    private final AtomicLong seen = new AtomicLong();

    CountingHandler(String group) {
        this.group = group;
    }

    long seen() {
        return seen.get();
    }

    @Override
    public InboxSubscription subscription() {
        return new InboxSubscription(group, Events.TOPIC, Map.of(Events.TYPE, LineReleased.class));
    }

    @Override
    public List<HandlingOutcome> handle(List<InboxEvent> events) {
        seen.addAndGet(events.size());
        return Collections.nCopies(events.size(), HandlingOutcome.applied());
    }
}
