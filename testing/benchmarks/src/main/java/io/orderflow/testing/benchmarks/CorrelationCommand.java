package io.orderflow.testing.benchmarks;

import io.orderflow.testing.benchmarks.correlation.AgeBenchmark;
import io.orderflow.testing.benchmarks.correlation.Contestants;
import io.orderflow.testing.benchmarks.correlation.PathBenchmark;
import io.orderflow.testing.benchmarks.correlation.WaitingBenchmark;
import io.orderflow.testing.benchmarks.report.Progress;
import io.orderflow.testing.benchmarks.report.Report;
import io.orderflow.testing.benchmarks.servers.Servers;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "correlation",
        mixinStandardHelpOptions = true,
        description =
                "The packaged orchestration service against one record, one transaction, one createMessageCorrelation.")
final class CorrelationCommand implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            description = "Parts to measure, of ${COMPLETION-CANDIDATES}; default path,age.")
    private Set<Part> parts = EnumSet.of(Part.path, Part.age);

    @Option(names = "--waiting", description = "Measure with few and with many waiting instances as well.")
    private boolean waiting;

    @Option(names = "--orders", defaultValue = "6000", description = "Orders of a run; default ${DEFAULT-VALUE}.")
    private int orders;

    @Option(
            names = "--baseline-orders",
            defaultValue = "500",
            description = "Orders of a run of the baseline; default ${DEFAULT-VALUE}.")
    private int baselineOrders;

    @Option(
            names = "--baselines",
            split = ",",
            paramLabel = "LEVEL",
            defaultValue = "full,activity",
            description = "History levels at which the baseline takes part, or none; default ${DEFAULT-VALUE}.")
    private List<String> histories = new ArrayList<>();

    @Option(
            names = "--warm-up",
            defaultValue = "1000",
            description = "Orders before, for every contestant; default ${DEFAULT-VALUE}.")
    private int warmUp;

    @Option(names = "--runs", defaultValue = "3", description = "Runs of every contestant; default ${DEFAULT-VALUE}.")
    private int runs;

    @Option(
            names = "--many",
            defaultValue = "100000",
            description = "Instances that wait in --waiting; default ${DEFAULT-VALUE}.")
    private int many;

    @Option(
            names = "--seconds",
            defaultValue = "60",
            description = "How long the age of events is watched; default ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A setting of the service in everything that is measured; may be repeated.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--idea",
            paramLabel = "NAME=VALUE[,…]",
            description = "Measure the service with these settings as well, beside as it is; may be repeated.")
    private List<String> ideas = new ArrayList<>();

    @Option(
            names = "--java-option",
            paramLabel = "OPTION",
            description = "For the JVM of every contestant, e.g. a profiler; may be repeated.")
    private List<String> javaOptions = new ArrayList<>();

    @Option(names = "--statements", description = "Tell after each run which statements took the database longest.")
    private boolean statements;

    private enum Part {
        path,
        waiting,
        age
    }

    @Override
    public Integer call() throws Exception {
        Progress progress = output.progress();
        List<String> jvm = new ArrayList<>(List.of("-Xms1g", "-Xmx1g", "-XX:+UseParallelGC"));
        jvm.addAll(javaOptions);
        List<String> levels =
                histories.stream().filter(level -> !level.equals("none")).toList();
        Contestants contestants = new Contestants(Contestants.builtService(), jvm, settings, ideas, levels, statements);
        progress.step("starting PostgreSQL and Kafka");
        try (Servers servers = Servers.startCounting(List.of())) {
            Report report = output.report("Correlation: from a record to the process instance that goes on", servers);
            report.setting("contestants", String.join(" ", jvm));
            report.setting("settings of the service", settings.isEmpty() ? "as delivered" : String.join(" ", settings));
            if (parts.contains(Part.path)) {
                var sizes = new PathBenchmark.Sizes(orders, baselineOrders, warmUp, runs);
                new PathBenchmark(servers, contestants, sizes, progress, report).run();
            }
            if (parts.contains(Part.age)) {
                var sizes = new AgeBenchmark.Sizes(20, seconds, warmUp);
                new AgeBenchmark(servers, contestants, sizes, progress, report).run();
            }
            if (waiting || parts.contains(Part.waiting)) {
                var sizes = new WaitingBenchmark.Sizes(1_000, many, 1_000, 4 * warmUp, runs);
                new WaitingBenchmark(servers, contestants, sizes, progress, report).run();
            }
            output.print(report);
        }
        return 0;
    }
}
