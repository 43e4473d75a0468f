package io.orderflow.kafkaadapters.consumer;

import io.orderflow.kafkaadapters.inbox.AwaitedKey;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The awaited event that a sweep is handing to its handler in this thread: it must not be offered a second time meanwhile. */
final class InHand {

    private final ThreadLocal<@Nullable AwaitedKey> current = new ThreadLocal<>();

    <T> T during(AwaitedKey key, Supplier<T> work) {
        current.set(key);
        try {
            return work.get();
        } finally {
            current.remove();
        }
    }

    boolean has(AwaitedKey key) {
        return key.equals(current.get());
    }
}
