package io.orderflow.orderservice.projection.replay;

import io.orderflow.orderservice.projection.OrderFact;
import io.orderflow.orderservice.projection.SummaryKey;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Facts that came before an earlier one of their order, as the consumer group parks them. They are in memory only, so the
 * position that is stored must not pass the first of them. Not thread safe.
 */
final class EarlyFacts {

    /** A topic with more of them is not in order at all; the heap is for other things. */
    private static final int MOST = 200_000;

    private final Map<SummaryKey, TreeMap<Long, Held>> byOrder = new HashMap<>();
    private final Map<Integer, TreeSet<Long>> offsets = new HashMap<>();
    private int size;

    private record Held(OrderFact fact, int partition, long offset) {}

    /** Of two with the same version, the first counts. */
    void hold(OrderFact fact, int partition, long offset) {
        Held held = new Held(fact, partition, offset);
        if (byOrder.computeIfAbsent(fact.key(), key -> new TreeMap<>()).putIfAbsent(fact.version(), held) == null) {
            offsets.computeIfAbsent(partition, each -> new TreeSet<>()).add(offset);
            if (++size > MOST) {
                throw new IllegalStateException(
                        "More than %d events wait for earlier ones, first of %s: is the beginning of the topic gone?"
                                .formatted(MOST, fact.key().orderId()));
            }
        }
    }

    /** Takes the fact with this version, if it waits. */
    @Nullable
    OrderFact take(SummaryKey order, long version) {
        TreeMap<Long, Held> waiting = byOrder.get(order);
        Held next = waiting == null ? null : waiting.remove(version);
        if (waiting == null || next == null) {
            return null;
        }
        if (waiting.isEmpty()) {
            byOrder.remove(order);
        }
        offsets.getOrDefault(next.partition(), new TreeSet<>()).remove(next.offset());
        size--;
        return next.fact();
    }

    /** The position before which nothing waits. */
    long settled(int partition, long next) {
        TreeSet<Long> waiting = offsets.get(partition);
        return waiting == null || waiting.isEmpty() ? next : waiting.first();
    }

    int size() {
        return size;
    }
}
