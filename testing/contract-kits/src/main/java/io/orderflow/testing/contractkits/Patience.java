package io.orderflow.testing.contractkits;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How the kits wait: looking often, because most of what they wait for is there at once, and long on a busy machine. */
final class Patience {

    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private Patience() {}

    static ConditionFactory await(String forWhat) {
        return Awaitility.await(forWhat)
                .pollDelay(Duration.ZERO)
                .pollInterval(LOOK_EVERY)
                .atMost(LONGEST);
    }
}
