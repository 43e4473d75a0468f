package io.orderflow.kafkaadapters.consumer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.orderflow.kafkaadapters.deadletter.DeadLetterStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** How many dead letters of a consumer group nobody has decided about; asked in the background, never by a scrape. */
final class DeadLetterMeters {

    private static final int COUNT_LIMIT = 10_000;

    private final DeadLetterStore store;
    private final Clock clock;
    private final String consumer;
    private volatile DeadLetterStore.Waiting waiting = new DeadLetterStore.Waiting(0, Optional.empty());

    DeadLetterMeters(DeadLetterStore store, MeterRegistry registry, Clock clock, String consumer) {
        this.store = store;
        this.clock = clock;
        this.consumer = consumer;
        Tags tags = Tags.of("consumer", consumer);
        registry.gauge("orderflow.inbox.dead.letters.open", tags, this, meters -> meters.waiting.count());
        registry.gauge("orderflow.inbox.dead.letters.open.oldest.age", tags, this, DeadLetterMeters::ageSeconds);
    }

    void refresh() {
        waiting = store.waiting(consumer, COUNT_LIMIT);
    }

    private double ageSeconds() {
        return waiting.oldest()
                .map(oldest -> Duration.between(oldest, clock.instant()).toMillis() / 1000.0)
                .orElse(0.0);
    }
}
