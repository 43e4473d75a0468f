package io.orderflow.kafkaadapters.consumer;

import io.orderflow.kafkaadapters.inbox.AwaitedKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Awaited events that this node does not offer, because applying them broke what they were offered to. In memory: a rollback
 * must not undo it. It does not grow, because each is handed to its handler alone within seconds. Thread safe.
 */
final class Aside {

    /** Longer than a batch that has failed takes until it is tried again. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Map<AwaitedKey, Instant> since = new ConcurrentHashMap<>();
    private final Clock clock;

    Aside(Clock clock) {
        this.clock = clock;
    }

    void put(AwaitedKey key) {
        since.put(key, clock.instant());
    }

    boolean contains(AwaitedKey key) {
        return since.containsKey(key);
    }

    List<AwaitedKey> of(String consumer) {
        return since.keySet().stream()
                .filter(key -> key.consumer().equals(consumer))
                .toList();
    }

    void release(AwaitedKey key) {
        since.remove(key);
    }

    /** It waits on without having failed; whoever brings about what it waits for may have it again after a while. */
    void releaseInTime(AwaitedKey key) {
        since.computeIfPresent(key, (known, put) -> put.plus(LONGEST).isAfter(clock.instant()) ? put : null);
    }
}
