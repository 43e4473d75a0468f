package io.orderflow.kafkaadapters.upkeep;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks once at all jobs and runs those that are due. */
final class UpkeepRound {

    private static final Logger LOG = LoggerFactory.getLogger(UpkeepRound.class);

    /** Another node may have registered a row anew or changed the clock: look again at the latest after this. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final Map<String, UpkeepJob> jobs = new LinkedHashMap<>();
    private final UpkeepStore store;
    private final UpkeepMeters meters;
    private final LongSupplier nanoTime;

    UpkeepRound(List<UpkeepJob> jobs, UpkeepStore store, UpkeepMeters meters, LongSupplier nanoTime) {
        jobs.forEach(job -> {
            if (this.jobs.putIfAbsent(job.name(), job) != null) {
                throw new IllegalStateException("Two upkeep jobs share the name " + job.name());
            }
        });
        this.store = store;
        this.meters = meters;
        this.nanoTime = nanoTime;
    }

    /** @return how long nothing is due */
    Duration run() {
        List<UpkeepStore.State> states = store.states(jobs.values());
        if (states.size() < jobs.size()) {
            store.register(jobs.values());
            states = store.states(jobs.values());
        }
        Duration wait = LONGEST_WAIT;
        for (UpkeepStore.State state : states) {
            meters.seen(state);
            if (state.dueIn().isZero()) {
                runIfDue(state.name());
                wait = Duration.ZERO;
            } else if (state.dueIn().compareTo(wait) < 0) {
                wait = state.dueIn();
            }
        }
        return wait;
    }

    private void runIfDue(String name) {
        UpkeepJob job = jobs.get(name);
        if (job == null) {
            return;
        }
        long start = nanoTime.getAsLong();
        UpkeepStore.Outcome outcome = store.runIfDue(
                job, job::run, failure -> LOG.error("Upkeep job {} failed and is tried again", name, failure));
        if (outcome != UpkeepStore.Outcome.NOT_OURS) {
            meters.ran(job, outcome, nanoTime.getAsLong() - start);
        }
    }
}
