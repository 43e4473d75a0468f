package io.orderflow.testing.benchmarks.correlation;

import io.orderflow.testing.benchmarks.correlation.OrderStream.Waits;
import io.orderflow.testing.benchmarks.report.Goal;
import io.orderflow.testing.benchmarks.report.Progress;
import io.orderflow.testing.benchmarks.report.Report;
import io.orderflow.testing.benchmarks.servers.Servers;
import java.util.List;
import java.util.Map;

/**
 * The engine's path. Each run lets every contestant in turn, warmed up with the same number of orders, work off the same kind
 * of backlog; the usual listener gets a shorter one.
 */
public final class PathBenchmark {

    /** How many times as fast the service must be as the baseline with a history level. */
    private static final Map<String, Integer> RATIOS = Map.of("full", 6, "activity", 4);

    private static final int MOST_STATEMENTS = 15;

    private final Servers servers;
    private final Contestants contestants;
    private final Sizes sizes;
    private final Progress progress;
    private final Report report;

    /**
     * How much is measured.
     *
     * @param orders of the service, after the warm-up
     * @param baselineOrders of the usual listener, after the warm-up
     * @param warmUp orders before them, for every contestant
     */
    public record Sizes(int orders, int baselineOrders, int warmUp, int runs) {}

    public PathBenchmark(Servers servers, Contestants contestants, Sizes sizes, Progress progress, Report report) {
        this.servers = servers;
        this.contestants = contestants;
        this.sizes = sizes;
        this.progress = progress;
        this.report = report;
    }

    /** Measures everything; the figures are in the report afterwards. */
    public void run() throws Exception {
        report.setting("orders", "three lines each; %d to warm up, then %s".formatted(sizes.warmUp(), backlogs()));
        for (int run = 1; run <= sizes.runs(); run++) {
            String name = "run " + run + " of " + sizes.runs();
            Measured service = measure(contestants.service(), name, sizes.orders());
            for (Contestant variant : contestants.variants()) {
                double rate = measure(variant, name, sizes.orders()).eventsPerSecond();
                report.add(variant.name() + ", to the service as it is", "%", 100 * rate / service.eventsPerSecond());
            }
            for (UsualListener baseline : contestants.baselines()) {
                double rate = measure(baseline, name, sizes.baselineOrders()).eventsPerSecond();
                report.add(ratioTo(baseline), "times", service.eventsPerSecond() / rate);
            }
        }
        addGoals();
    }

    private void addGoals() {
        String statements = contestants.service().name() + ", statements per event";
        report.goal(Goal.atMost(statements, report.figure(statements).median(), MOST_STATEMENTS));
        for (UsualListener baseline : contestants.baselines()) {
            String ratio = ratioTo(baseline);
            report.goal(Goal.atLeast(ratio, report.figure(ratio).median(), RATIOS.getOrDefault(baseline.history(), 1)));
        }
    }

    private String ratioTo(UsualListener baseline) {
        return contestants.service().name() + " to " + baseline.name();
    }

    private String backlogs() {
        String service =
                "%d for the service, a line fulfilled after %s".formatted(sizes.orders(), Waits.within(sizes.orders()));
        return contestants.baselines().isEmpty()
                ? service
                : "%s; %d for the baseline, after %s"
                        .formatted(service, sizes.baselineOrders(), Waits.within(sizes.baselineOrders()));
    }

    private Measured measure(Contestant contestant, String run, int orders) throws Exception {
        OrderStream stream =
                OrderStream.of(sizes.warmUp(), Waits.ofWarmUp(sizes.warmUp()), orders, Waits.within(orders));
        progress.step("%s: starting %s", run, contestant.name());
        try (Facts facts = new Facts(servers);
                Execution execution = Execution.start(servers, contestant, run, progress)) {
            progress.step("%s: %s warms up with %,d orders", run, contestant.name(), sizes.warmUp());
            execution.apply(stream.until(sizes.warmUp()));
            List<OrderStream.Step> backlog = stream.after(sizes.warmUp());
            progress.step("%s: %s applies %,d events", run, contestant.name(), backlog.size());
            Measured measured = execution.measure(backlog);
            progress.step("%s: %,.0f events/s", run, measured.eventsPerSecond());
            execution.requireHandledOnce();
            Remains.requireAllCompleted(execution.jdbc(), stream.orders());
            if (contestant instanceof PackagedService) {
                facts.requireAllPublished(execution.jdbc(), stream.orders());
            }
            measured.addTo(report, contestant.name());
            contestants.explain(execution, measured, progress);
            execution.succeed();
            return measured;
        }
    }
}
