package io.orderflow.kafkaadapters.consumer;

import io.orderflow.kafkaadapters.failure.FailureClass;
import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.kafkaadapters.inbox.InboxHandler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Hands entries to their handler and has each remember what the handler says of it. */
final class Handling {

    private final InboxHandler handler;
    private final FailureRouter failures;

    Handling(InboxHandler handler, FailureRouter failures) {
        this.handler = handler;
        this.failures = failures;
    }

    /**
     * Decides about those that the handler can look at; what cannot be read or is of another type stays as it is.
     *
     * @return the class of each failure that the handler has named
     */
    Map<UUID, FailureClass> handle(List<Entry> due) {
        List<Entry> handled = due.stream()
                .filter(entry -> entry.record() instanceof Decoded.Handled)
                .toList();
        Map<UUID, FailureClass> failed = new HashMap<>();
        if (handled.isEmpty()) {
            return failed;
        }
        List<InboxEvent> events = handled.stream()
                .map(entry -> ((Decoded.Handled) entry.record()).event())
                .toList();
        List<HandlingOutcome> outcomes = handler.handle(events);
        if (outcomes.size() != events.size()) {
            throw new IllegalStateException(handler.getClass().getName() + " gave " + outcomes.size() + " outcomes for "
                    + events.size() + " events");
        }
        for (int i = 0; i < outcomes.size(); i++) {
            decide(handled.get(i), outcomes.get(i), failed);
        }
        return failed;
    }

    private void decide(Entry entry, HandlingOutcome outcome, Map<UUID, FailureClass> failed) {
        if (outcome instanceof HandlingOutcome.Failed failure) {
            failures.settle(entry, failure);
            failed.put(entry.id(), failure.failureClass());
        } else if (outcome instanceof HandlingOutcome.Parked parked) {
            entry.await(parked.code(), parked.reason(), parked.atMost());
        } else {
            Ruling.of(outcome).ifPresent(entry::decide);
        }
    }
}
