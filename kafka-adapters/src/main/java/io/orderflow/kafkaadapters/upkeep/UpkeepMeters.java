package io.orderflow.kafkaadapters.upkeep;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * How the jobs fare: runs of this node by outcome, and since when a job has not succeeded on any node. That age goes on
 * growing while the database cannot be asked.
 */
final class UpkeepMeters {

    private final MeterRegistry registry;
    private final LongSupplier nanoTime;
    private final Map<String, Long> successAt = new ConcurrentHashMap<>();

    UpkeepMeters(MeterRegistry registry, LongSupplier nanoTime, List<UpkeepJob> jobs) {
        this.registry = registry;
        this.nanoTime = nanoTime;
        for (UpkeepJob job : jobs) {
            successAt.put(job.name(), nanoTime.getAsLong());
            Gauge.builder("orderflow.upkeep.last.success.age", this, meters -> meters.age(job.name()))
                    .description("Since the job last succeeded on any node")
                    .baseUnit("seconds")
                    .tag("job", job.name())
                    .register(registry);
        }
    }

    void ran(UpkeepJob job, UpkeepStore.Outcome outcome, long nanos) {
        List<Tag> tags = List.of(
                Tag.of("job", job.name()), Tag.of("outcome", outcome.name().toLowerCase(Locale.ROOT)));
        Timer.builder("orderflow.upkeep.runs")
                .description("Runs of a job on this node")
                .tags(tags)
                .register(registry)
                .record(Duration.ofNanos(nanos));
    }

    void seen(UpkeepStore.State state) {
        successAt.put(state.name(), nanoTime.getAsLong() - state.sinceSuccess().toNanos());
    }

    private double age(String job) {
        return (nanoTime.getAsLong() - successAt.getOrDefault(job, nanoTime.getAsLong())) / 1e9;
    }
}
