package io.orderflow.kafkaadapters.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets a commit rouse the relays; many signals while they work count as one. Thread safe. */
final class WakeUp {

    private final Semaphore relay = new Semaphore(0);
    private final Semaphore neighbours = new Semaphore(0);

    /** There is something new: for the relay of this process, and for those of others. */
    void signal() {
        rouse();
        raise(neighbours);
    }

    /** Only the relay of this process. */
    void rouse() {
        raise(relay);
    }

    /** Returns at the next signal or after {@code atMost}. */
    void await(Duration atMost) throws InterruptedException {
        take(relay, atMost);
    }

    /** True if the relays of other processes should be told. */
    boolean awaitNews(Duration atMost) throws InterruptedException {
        return take(neighbours, atMost);
    }

    private static void raise(Semaphore semaphore) {
        if (semaphore.availablePermits() == 0) {
            semaphore.release();
        }
    }

    private static boolean take(Semaphore semaphore, Duration atMost) throws InterruptedException {
        boolean raised = semaphore.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
        if (raised) {
            semaphore.drainPermits();
        }
        return raised;
    }
}
