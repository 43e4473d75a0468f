package io.orderflow.kafkaadapters.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets a commit rouse the relay of the same process; many signals while it works count as one. */
final class WakeUp {

    private final Semaphore signalled = new Semaphore(0);

    void signal() {
        if (signalled.availablePermits() == 0) {
            signalled.release();
        }
    }

    /** Returns at the next signal or after {@code atMost}. */
    void await(Duration atMost) throws InterruptedException {
        if (signalled.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            signalled.drainPermits();
        }
    }
}
