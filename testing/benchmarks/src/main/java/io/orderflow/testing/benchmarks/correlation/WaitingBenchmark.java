package io.orderflow.testing.benchmarks.correlation;

import io.orderflow.testing.benchmarks.correlation.OrderStream.Waits;
import io.orderflow.testing.benchmarks.report.Goal;
import io.orderflow.testing.benchmarks.report.Progress;
import io.orderflow.testing.benchmarks.report.Report;
import io.orderflow.testing.benchmarks.servers.Servers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Whether correlating gets dearer with the number of instances that wait. In one process and one database: orders picked at
 * random among those that wait are completed while few others wait, and again while many do. The service is warm before.
 */
public final class WaitingBenchmark {

    private static final int PORTION = 5_000;
    private static final String RATIO = "an event with many waiting to one with few";
    private static final double LARGEST_RATIO = 1.2;

    private final Servers servers;
    private final Contestants contestants;
    private final Sizes sizes;
    private final Progress progress;
    private final Report report;
    private final List<Integer> waiting = new ArrayList<>();
    private final Random random = new Random(20_260_702);
    private int arrived;

    /**
     * How much is measured.
     *
     * @param few instances that wait at first
     * @param many instances that wait at last
     * @param completing orders that are completed in each measurement, beside those that wait
     * @param warmUp orders before
     * @param rounds measurements with few and with many
     */
    public record Sizes(int few, int many, int completing, int warmUp, int rounds) {}

    public WaitingBenchmark(Servers servers, Contestants contestants, Sizes sizes, Progress progress, Report report) {
        this.servers = servers;
        this.contestants = contestants;
        this.sizes = sizes;
        this.progress = progress;
        this.report = report;
    }

    /** Measures everything; the figures are in the report afterwards. */
    public void run() throws Exception {
        progress.step("waiting: starting %s", contestants.service().name());
        try (Execution execution = Execution.start(servers, contestants.service(), "waiting", progress)) {
            progress.step("waiting: warming up with %,d orders", sizes.warmUp());
            execution.apply(OrderStream.of(sizes.warmUp(), Waits.ofWarmUp(sizes.warmUp()))
                    .steps());
            arrived = sizes.warmUp();
            double few = measure(execution, sizes.few());
            double many = measure(execution, sizes.many());
            execution.requireHandledOnce();
            long instances = execution
                    .jdbc()
                    .sql(CorrelationSql.WAITING_INSTANCES)
                    .query(Long.class)
                    .single();
            if (instances != waiting.size()) {
                throw new IllegalStateException("%d instances wait, not %d".formatted(instances, waiting.size()));
            }
            execution.succeed();
            report.add(RATIO, "times", many / few);
            report.goal(Goal.atMost(RATIO, many / few, LARGEST_RATIO));
        }
    }

    /** @return median time of an event in milliseconds */
    private double measure(Execution execution, int instances) throws Exception {
        String name = String.format(Locale.ROOT, "with %,d waiting", instances);
        for (int round = 1; round <= sizes.rounds(); round++) {
            capture(execution, instances + sizes.completing() - waiting.size());
            Collections.shuffle(waiting, random);
            List<Integer> completing = List.copyOf(waiting.subList(0, sizes.completing()));
            waiting.subList(0, sizes.completing()).clear();
            progress.step("%s, round %d: completing %,d orders", name, round, completing.size());
            Measured measured = execution.measure(OrderStream.completionsOf(completing));
            progress.step("%s, round %d: %,.0f events/s", name, round, measured.eventsPerSecond());
            report.add(name, "ms/event", measured.millisPerEvent());
            report.add(name + ", CPU of PostgreSQL", "ms/event", measured.postgresMillisPerEvent());
        }
        return report.figure(name).median();
    }

    private void capture(Execution execution, int orders) throws Exception {
        for (int captured = 0; captured < orders; captured += PORTION) {
            List<Integer> portion = new ArrayList<>();
            for (int order = 0; order < Math.min(PORTION, orders - captured); order++) {
                portion.add(arrived++);
            }
            progress.step("waiting: capturing %,d orders beside %,d", portion.size(), waiting.size());
            execution.apply(OrderStream.capturesOf(portion));
            waiting.addAll(portion);
        }
    }
}
