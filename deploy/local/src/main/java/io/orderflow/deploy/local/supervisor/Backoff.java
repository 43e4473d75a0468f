package io.orderflow.deploy.local.supervisor;

import java.time.Duration;

/** How long to wait before the next restart: longer each time, short again after a good while. Not thread safe. */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration GOOD_WHILE = Duration.ofSeconds(60);

    private Duration next = FIRST;

    /** The pause after a run of the given length. */
    Duration after(Duration run) {
        if (run.compareTo(GOOD_WHILE) >= 0) {
            next = FIRST;
        }
        Duration pause = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return pause;
    }
}
