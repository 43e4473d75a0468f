package io.orderflow.kafkaadapters.consumer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.orderflow.kafkaadapters.failure.FailureClass;
import io.orderflow.kafkaadapters.failure.RetrySchedule;
import io.orderflow.kafkaadapters.inbox.LedgerRow.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a consumer tells about itself. Every tag is bounded: groups, outcomes, failure classes, codes of ours, and event
 * types of the catalogue; what a record only claims to be is "unknown".
 */
final class ConsumerMeters {

    private final MeterRegistry registry;
    private final Clock clock;
    private final String consumer;
    private final Predicate<String> isCatalogued;
    private final Timer batch;
    private final DistributionSummary batchSize;
    private final Timer age;
    private final Timer wait;
    private final Counter duplicates;
    private final Map<Outcome, Counter> outcomes = new EnumMap<>(Outcome.class);

    ConsumerMeters(MeterRegistry registry, Clock clock, String consumer, Predicate<String> isCatalogued) {
        this.registry = registry;
        this.clock = clock;
        this.consumer = consumer;
        this.isCatalogued = isCatalogued;
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
        this.wait = Timer.builder("orderflow.inbox.wait")
                .description("From parking an event to what became of it")
                .tag("consumer", consumer)
                .register(registry);
        this.duplicates = registry.counter("orderflow.inbox.duplicates", "consumer", consumer);
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(
                    outcome,
                    registry.counter("orderflow.inbox.events", "consumer", consumer, "outcome", outcome.name()));
        }
    }

    void batch(int size, Runnable work) {
        batchSize.record(size);
        batch.record(work);
    }

    /** @param received records that were polled; those that are not among the entries were duplicates */
    void handled(int received, List<Entry> entries) {
        long polled = entries.stream().filter(entry -> !entry.wasParked()).count();
        duplicates.increment(Math.max(0, received - polled));
        for (Entry entry : entries) {
            outcome(entry.row().outcome()).increment();
            if (entry.parkedSince() != null) {
                wait.record(Duration.between(entry.parkedSince(), clock.instant()));
            }
            // Only an effect has an age: that of a duplicate would say how long ago the first one was.
            if (entry.row().outcome() == Outcome.APPLIED && entry.record() instanceof Decoded.Handled handled) {
                age.record(Duration.between(handled.event().envelope().occurredAt(), clock.instant()));
            }
        }
    }

    /** An event whose handler had parked it, and what became of it. */
    void awaited(Outcome outcome, Instant since) {
        outcome(outcome).increment();
        wait.record(Duration.between(since, clock.instant()));
    }

    void retry(RetrySchedule.Step step) {
        registry.counter("orderflow.inbox.retries", "consumer", consumer, "delay", step.name())
                .increment();
    }

    void deadLetter(Cause cause) {
        String type = cause.eventType() != null && isCatalogued.test(cause.eventType()) ? cause.eventType() : "unknown";
        Tags tags = Tags.of("consumer", consumer, "event.type", type);
        registry.counter(
                        "orderflow.inbox.dead.letters",
                        tags.and("failure.class", cause.failureClass().name(), "code", cause.code()))
                .increment();
        if (cause.code().equals("schema_invalid")) {
            registry.counter("orderflow.inbox.schema.failures", tags).increment();
        }
        if (cause.failureClass() == FailureClass.TENANT_VIOLATION) {
            registry.counter("orderflow.inbox.tenant.violations", "consumer", consumer)
                    .increment();
        }
    }

    private Counter outcome(Outcome outcome) {
        Counter counter = outcomes.get(outcome);
        if (counter == null) {
            throw new IllegalStateException("Every outcome has its counter: " + outcome);
        }
        return counter;
    }
}
