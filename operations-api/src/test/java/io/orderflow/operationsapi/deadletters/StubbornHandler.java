package io.orderflow.operationsapi.deadletters;

import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.kafkaadapters.inbox.InboxHandler;
import io.orderflow.kafkaadapters.inbox.InboxSubscription;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Breaks on every event until it has been mended. */
final class StubbornHandler implements InboxHandler {

    static final String TOPIC = "oms.orchestration.events.v1";

    private final AtomicBoolean mended = new AtomicBoolean();
    private final AtomicInteger applied = new AtomicInteger();
    private final InboxSubscription subscription = new InboxSubscription(
            "operations." + UUID.randomUUID() + ".consumer", TOPIC, Map.of("OrderLineReleased", Object.class));

    void mend() {
        mended.set(true);
    }

    int applied() {
        return applied.get();
    }

    @Override
    public InboxSubscription subscription() {
        return subscription;
    }

    @Override
    public List<HandlingOutcome> handle(List<InboxEvent> events) {
        if (!mended.get()) {
            throw new IllegalStateException("stubborn");
        }
        applied.addAndGet(events.size());
        return events.stream().map(event -> HandlingOutcome.applied()).toList();
    }
}
