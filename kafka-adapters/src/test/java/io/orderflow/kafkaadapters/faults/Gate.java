package io.orderflow.kafkaadapters.faults;

import io.orderflow.kafkaadapters.inbox.InboxEvent;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Holds handlers in the middle of their transaction while it is shut, so that a test can act at exactly that moment. */
final class Gate implements Consumer<List<InboxEvent>> {

    private volatile CountDownLatch reached = new CountDownLatch(1);
    private volatile CountDownLatch shut = new CountDownLatch(0);

    void shut() {
        reached = new CountDownLatch(1);
        shut = new CountDownLatch(1);
    }

    /** Waits until a handler stands before the gate. */
    void awaitSomebody() {
        Waiting.forLatch(reached);
    }

    void open() {
        shut.countDown();
    }

    @Override
    public void accept(List<InboxEvent> events) {
        CountDownLatch gate = shut;
        reached.countDown();
        Waiting.forLatch(gate);
    }
}
