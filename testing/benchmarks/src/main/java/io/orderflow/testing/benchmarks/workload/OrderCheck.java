package io.orderflow.testing.benchmarks.workload;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Holds a topic to its promise: the first occurrences of a key's versions are 1, 2, 3 and so on, and none is missing in
 * the end. Repetitions are allowed and counted. Not thread safe.
 */
public final class OrderCheck {

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Long> lastVersions = new HashMap<>();
    private long repetitions;

    /** @throws IllegalStateException if a version comes before its predecessor */
    public void see(ConsumerRecord<String, byte[]> received) {
        long version = version(received);
        long last = lastVersions.getOrDefault(received.key(), 0L);
        if (version > last + 1) {
            throw new IllegalStateException("order broken: %s has version %d right after %d at %d/%d"
                    .formatted(received.key(), version, last, received.partition(), received.offset()));
        }
        if (version <= last) {
            repetitions++;
        } else {
            lastVersions.put(received.key(), version);
        }
    }

    /** @throws IllegalStateException if something was lost */
    public void requireAll(Backlog expected) {
        for (int key = 0; key < expected.keys(); key++) {
            String id = Events.orderId(expected.run(), key);
            long last = lastVersions.getOrDefault(id, 0L);
            if (last != expected.versionsOfAKey()) {
                throw new IllegalStateException(
                        "lost: %s ends with version %d, not %d".formatted(id, last, expected.versionsOfAKey()));
            }
        }
    }

    public long repetitions() {
        return repetitions;
    }

    private long version(ConsumerRecord<String, byte[]> received) {
        try {
            return json.readTree(received.value()).required("aggregateVersion").asLong();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
