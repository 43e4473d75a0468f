package io.orderflow.kafkaadapters.consumer;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.orderflow.kafkaadapters.inbox.LedgerRow;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a consumer tells about itself. Tags are groups, topics, outcomes: all bounded by the catalogue. */
final class ConsumerMeters {

    private final MeterRegistry registry;
    private final Clock clock;
    private final String consumer;
    private final Timer batch;
    private final DistributionSummary batchSize;
    private final Timer age;

    ConsumerMeters(MeterRegistry registry, Clock clock, String consumer) {
        this.registry = registry;
        this.clock = clock;
        this.consumer = consumer;
        this.batch = Timer.builder("orderflow.inbox.batch")
                .description("One poll: decode, transaction, commit")
                .tag("consumer", consumer)
                .publishPercentileHistogram()
                .register(registry);
        this.batchSize = DistributionSummary.builder("orderflow.inbox.batch.size")
                .description("Records of one poll")
                .tag("consumer", consumer)
                .register(registry);
        this.age = Timer.builder("orderflow.inbox.event.age")
                .description("From the business fact to its effect here")
                .tag("consumer", consumer)
                .publishPercentileHistogram()
                .register(registry);
    }

    void batch(int size, Runnable work) {
        batchSize.record(size);
        batch.record(work);
    }

    void applied(List<Decoded> records, List<LedgerRow> fresh) {
        for (LedgerRow row : fresh) {
            registry.counter(
                            "orderflow.inbox.events",
                            "consumer",
                            consumer,
                            "outcome",
                            row.outcome().name())
                    .increment();
        }
        registry.counter("orderflow.inbox.duplicates", "consumer", consumer).increment(records.size() - fresh.size());
        // A duplicate has no effect, so its age would say how long ago the first one was, not how late we are.
        Set<UUID> freshIds = fresh.stream().map(LedgerRow::eventId).collect(Collectors.toSet());
        for (Decoded record : records) {
            if (record instanceof Decoded.Handled handled
                    && freshIds.remove(handled.event().envelope().eventId())) {
                age.record(Duration.between(handled.event().envelope().occurredAt(), clock.instant()));
            }
        }
    }
}
