package io.orderflow.testing.benchmarks.endtoend;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What has become of every quote, by the records that came. Thread safe. */
final class Orders {

    private final Map<String, Order> byCorrelation = new ConcurrentHashMap<>();
    private final AtomicLong offered = new AtomicLong();
    private final AtomicLong completed = new AtomicLong();
    private final AtomicLong sentTwice = new AtomicLong();

    /**
     * A completed order.
     *
     * @param offeredAt time of the quote's record, in milliseconds
     * @param completedAt time of the record that says the order is completed, in milliseconds
     */
    record Run(long offeredAt, long completedAt) {

        long millis() {
            return completedAt - offeredAt;
        }
    }

    private static final class Order {

        private final long offeredAt;
        private final Set<String> captures = new HashSet<>();
        private final Set<String> completions = new HashSet<>();
        private long completedAt;

        private Order(long offeredAt) {
            this.offeredAt = offeredAt;
        }
    }

    void offered(String correlationId, long at) {
        byCorrelation.put(correlationId, new Order(at));
        offered.incrementAndGet();
    }

    void captured(String correlationId, String eventId) {
        Order order = byCorrelation.get(correlationId);
        if (order != null) {
            synchronized (order) {
                if (!order.captures.add(eventId)) {
                    sentTwice.incrementAndGet();
                }
            }
        }
    }

    void completed(String correlationId, String eventId, long at) {
        Order order = byCorrelation.get(correlationId);
        if (order != null) {
            synchronized (order) {
                if (!order.completions.add(eventId)) {
                    sentTwice.incrementAndGet();
                } else if (order.completions.size() == 1) {
                    order.completedAt = at;
                    completed.incrementAndGet();
                }
            }
        }
    }

    long offered() {
        return offered.get();
    }

    long completed() {
        return completed.get();
    }

    long inFlight() {
        return offered() - completed();
    }

    /** Records that came again: harmless, and worth knowing. */
    long sentTwice() {
        return sentTwice.get();
    }

    /** All that are completed by now. */
    List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        for (Order order : byCorrelation.values()) {
            synchronized (order) {
                if (!order.completions.isEmpty()) {
                    runs.add(new Run(order.offeredAt, order.completedAt));
                }
            }
        }
        return runs;
    }

    /** @throws IllegalStateException unless every quote became one order that was completed once */
    void requireEachOnce() {
        byCorrelation.forEach((correlationId, order) -> {
            synchronized (order) {
                if (order.captures.size() != 1 || order.completions.size() != 1) {
                    throw new IllegalStateException("%s was captured %d times and completed %d times"
                            .formatted(correlationId, order.captures.size(), order.completions.size()));
                }
            }
        });
    }
}
