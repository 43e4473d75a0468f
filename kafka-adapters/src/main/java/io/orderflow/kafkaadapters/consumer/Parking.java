package io.orderflow.kafkaadapters.consumer;

import io.orderflow.kafkaadapters.inbox.LedgerRow.Outcome;
import io.orderflow.kafkaadapters.inbox.ParkedEvent;
import io.orderflow.kafkaadapters.inbox.ParkedEvent.Kind;
import io.orderflow.kafkaadapters.inbox.ParkedEvents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Puts records aside whose time has not come and forgets those that have had their turn. */
final class Parking {

    private final ParkedEvents parked;
    private final Clock clock;
    private final Map<Kind, Duration> patience;
    private final String consumer;

    /** @param patience how long a parked record waits */
    Parking(ParkedEvents parked, Clock clock, Map<Kind, Duration> patience, String consumer) {
        this.parked = parked;
        this.clock = clock;
        this.patience = Map.copyOf(patience);
        this.consumer = consumer;
    }

    void settle(List<Entry> entries) {
        Map<Kind, List<ParkedEvent>> waiting = entries.stream()
                .filter(entry -> entry.row().outcome() == Outcome.PARKED)
                .map(Entry::toParked)
                .collect(Collectors.groupingBy(ParkedEvent::kind));
        Instant now = clock.instant();
        waiting.forEach((kind, records) ->
                parked.put(consumer, records, now, now.plus(patience.getOrDefault(kind, Duration.ZERO))));
        List<UUID> woken =
                entries.stream().filter(Entry::wasParked).map(Entry::id).toList();
        parked.remove(consumer, woken);
    }
}
