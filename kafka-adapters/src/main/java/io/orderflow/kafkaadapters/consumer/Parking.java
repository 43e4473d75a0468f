package io.orderflow.kafkaadapters.consumer;

import io.orderflow.kafkaadapters.inbox.LedgerRow.Outcome;
import io.orderflow.kafkaadapters.inbox.ParkedEvent;
import io.orderflow.kafkaadapters.inbox.ParkedEvent.Kind;
import io.orderflow.kafkaadapters.inbox.ParkedEvent.Terms;
import io.orderflow.kafkaadapters.inbox.ParkedEvents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Puts records aside whose time has not come and forgets those that have had their turn. */
final class Parking {

    /** Longer is as good as for ever, and no date that a database could not take. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final ParkedEvents parked;
    private final Clock clock;
    private final Map<Kind, Duration> patience;
    private final String consumer;

    /** @param patience how long a record waits whose handler has not said so */
    Parking(ParkedEvents parked, Clock clock, Map<Kind, Duration> patience, String consumer) {
        this.parked = parked;
        this.clock = clock;
        this.patience = Map.copyOf(patience);
        this.consumer = consumer;
    }

    void settle(List<Entry> entries) {
        List<UUID> woken =
                entries.stream().filter(Entry::wasParked).map(Entry::id).toList();
        // What was parked for one reason may now be parked for another.
        parked.remove(consumer, woken);
        Instant now = clock.instant();
        parked.put(
                consumer,
                entries.stream()
                        .filter(entry -> entry.row().outcome() == Outcome.PARKED)
                        .map(entry -> parked(entry, now))
                        .toList());
    }

    private ParkedEvent parked(Entry entry, Instant now) {
        ConsumerRecord<byte[], byte[]> source = entry.record().source();
        Kind kind = kind(entry);
        return new ParkedEvent(
                entry.id(),
                kind,
                kind == Kind.EARLY ? entry.aggregate() : null,
                kind == Kind.UNKNOWN_VERSION ? null : entry.version(),
                source.topic(),
                source.partition(),
                source.offset(),
                source.timestamp(),
                source.key(),
                RecordCopy.headers(source.headers()),
                source.value(),
                new Terms(
                        kind == Kind.AWAITED ? entry.aggregate() : null,
                        entry.row().code(),
                        String.valueOf(entry.row().reason()),
                        now,
                        until(entry, kind, now)));
    }

    private static Kind kind(Entry entry) {
        if (entry.isAwaiting()) {
            return Kind.AWAITED;
        }
        return entry.record() instanceof Decoded.Refused ? Kind.UNKNOWN_VERSION : Kind.EARLY;
    }

    private @Nullable Instant until(Entry entry, Kind kind, Instant now) {
        Duration atMost = kind == Kind.AWAITED ? entry.awaitsAtMost() : patience.getOrDefault(kind, Duration.ZERO);
        return atMost == null || atMost.compareTo(LONGEST) > 0 ? null : now.plus(atMost);
    }
}
