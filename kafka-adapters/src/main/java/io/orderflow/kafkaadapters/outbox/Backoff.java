package io.orderflow.kafkaadapters.outbox;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * Pauses that double up to a cap. Each is shortened by chance, to no less than a half, so that nodes that failed together
 * do not come back together. Not thread safe.
 */
final class Backoff {

    private final Duration first;
    private final Duration longest;
    private final DoubleSupplier chance;
    private Duration next;

    /** @param chance numbers from 0 to 1 */
    Backoff(Duration first, Duration longest, DoubleSupplier chance) {
        this.first = first;
        this.longest = longest;
        this.chance = chance;
        this.next = first;
    }

    Duration next() {
        Duration full = next.compareTo(longest) < 0 ? next : longest;
        next = full.multipliedBy(2);
        return Duration.ofNanos((long) (full.toNanos() * (0.5 + chance.getAsDouble() / 2)));
    }

    void reset() {
        next = first;
    }
}
