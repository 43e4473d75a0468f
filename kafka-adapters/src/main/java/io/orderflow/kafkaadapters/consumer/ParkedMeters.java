package io.orderflow.kafkaadapters.consumer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.orderflow.kafkaadapters.inbox.ParkedEvent.Kind;
import io.orderflow.kafkaadapters.inbox.ParkedEvents;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How many records of a consumer group are parked and for how long; asked in the background, never by a scrape. */
final class ParkedMeters {

    private final ParkedEvents parked;
    private final Clock clock;
    private final String consumer;
    private final Map<Kind, ParkedEvents.Waiting> waiting = new ConcurrentHashMap<>();

    ParkedMeters(ParkedEvents parked, MeterRegistry registry, Clock clock, String consumer) {
        this.parked = parked;
        this.clock = clock;
        this.consumer = consumer;
        for (Kind kind : Kind.values()) {
            Tags tags = Tags.of("consumer", consumer, "kind", kind.name());
            registry.gauge("orderflow.inbox.parked", tags, this, meters -> meters.count(kind));
            registry.gauge("orderflow.inbox.parked.oldest.age", tags, this, meters -> meters.ageSeconds(kind));
        }
    }

    void refresh() {
        Map<Kind, ParkedEvents.Waiting> now = parked.waiting(consumer).stream()
                .collect(Collectors.toMap(ParkedEvents.Waiting::kind, Function.identity()));
        waiting.keySet().retainAll(now.keySet());
        waiting.putAll(now);
    }

    private double count(Kind kind) {
        ParkedEvents.Waiting known = waiting.get(kind);
        return known == null ? 0 : known.count();
    }

    private double ageSeconds(Kind kind) {
        ParkedEvents.Waiting known = waiting.get(kind);
        Instant now = clock.instant();
        return known == null ? 0 : (now.toEpochMilli() - known.oldest().toEpochMilli()) / 1000.0;
    }
}
