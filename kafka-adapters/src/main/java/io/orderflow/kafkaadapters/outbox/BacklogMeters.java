package io.orderflow.kafkaadapters.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What lies in the outbox. The table is asked at most once in five seconds, however often it is scraped; while it cannot
 * be asked the gauges say nothing (NaN).
 */
final class BacklogMeters {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Clock clock;
    private final OutboxStore store;
    private OutboxStore.@Nullable Backlog backlog;
    private Instant askedAt = Instant.EPOCH;

    BacklogMeters(MeterRegistry registry, Clock clock, OutboxStore store) {
        this.clock = clock;
        this.store = store;
        gauge(
                registry,
                "orderflow.outbox.pending",
                "rows",
                "Events not yet acknowledged by Kafka (counting stops at 100,000)",
                OutboxStore.Backlog::pending);
        gauge(
                registry,
                "orderflow.outbox.oldest.age",
                "seconds",
                "Age of the oldest event not yet acknowledged",
                this::ageOfOldest);
        gauge(
                registry,
                "orderflow.outbox.parked",
                "rows",
                "Events that can never be sent as they are, and those that wait behind them",
                OutboxStore.Backlog::parked);
    }

    private void gauge(
            MeterRegistry registry,
            String name,
            String unit,
            String description,
            ToDoubleFunction<OutboxStore.Backlog> value) {
        Gauge.builder(name, this, meters -> value.applyAsDouble(meters.backlog()))
                .baseUnit(unit)
                .description(description)
                .register(registry);
    }

    private double ageOfOldest(OutboxStore.Backlog state) {
        return state.oldest() == null
                ? 0
                : Duration.between(state.oldest(), clock.instant()).toMillis() / 1000.0;
    }

    private synchronized OutboxStore.Backlog backlog() {
        OutboxStore.Backlog known = backlog;
        if (known == null || Duration.between(askedAt, clock.instant()).compareTo(FRESH) > 0) {
            known = store.backlog();
            backlog = known;
            askedAt = clock.instant();
        }
        return known;
    }
}
