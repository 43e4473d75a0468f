package io.orderflow.testing.e2e.stack;

import static org.awaitility.Awaitility.await;

import io.orderflow.testing.e2e.kafka.ConsumerLag;
import java.time.Duration;

/** Waits until everything that was said has been heard: no unread record, no unsent event, and nothing new for a while. */
public final class Quiet {

    private Quiet() {}

    public static void settle(Stack stack, Duration atMost) {
        await("the system to be quiet")
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(300))
                .during(Duration.ofSeconds(2))
                .until(() -> ConsumerLag.total() == 0 && unsent(stack) == 0);
    }

    private static long unsent(Stack stack) {
        return stack.services().stream()
                .mapToLong(service -> new Database(service.database()).number("SELECT count(*) FROM outbox_event"))
                .sum();
    }
}
