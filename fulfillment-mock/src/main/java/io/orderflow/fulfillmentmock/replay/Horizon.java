package io.orderflow.fulfillmentmock.replay;

import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.kafkaadapters.replay.OffsetRange;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From when on a topic has everything. Retention cuts partitions one by one, so the youngest of their first records counts. */
final class Horizon {

    private final Set<Integer> cut = new HashSet<>();
    private final Map<Integer, Instant> firsts = new HashMap<>();

    Horizon(Map<Integer, OffsetRange> ranges) {
        ranges.forEach((partition, range) -> {
            if (range.first() > 0) {
                cut.add(partition);
            }
        });
    }

    void saw(InboxEvent event) {
        firsts.merge(
                event.partition(),
                Instant.ofEpochMilli(event.timestamp()),
                (known, seen) -> known.isBefore(seen) ? known : seen);
    }

    /**
     * Null if nothing is gone.
     *
     * @param now stands for the first record of a partition that has lost everything
     */
    @Nullable
    Instant since(Instant now) {
        return cut.stream()
                .map(partition -> firsts.getOrDefault(partition, now))
                .max(Instant::compareTo)
                .orElse(null);
    }
}
