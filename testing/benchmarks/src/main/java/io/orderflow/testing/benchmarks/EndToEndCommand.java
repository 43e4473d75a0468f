package io.orderflow.testing.benchmarks;

import io.orderflow.testing.benchmarks.endtoend.EndToEndBenchmark;
import io.orderflow.testing.benchmarks.endtoend.EndToEndBenchmark.Sizes;
import io.orderflow.testing.benchmarks.report.Progress;
import io.orderflow.testing.benchmarks.report.Report;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "end-to-end",
        mixinStandardHelpOptions = true,
        description = "From the accepted quote to the completed order over all services, at a fixed rate of orders.")
final class EndToEndCommand implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Option(names = "--rate", defaultValue = "60", description = "Orders a second; default ${DEFAULT-VALUE}.")
    private double rate;

    @Option(
            names = "--seconds",
            defaultValue = "300",
            description = "How long the rate is held; default ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--half-seconds",
            defaultValue = "120",
            description = "How long half the rate is held before; default ${DEFAULT-VALUE}.")
    private int halfSeconds;

    @Option(
            names = "--warm-up-seconds",
            defaultValue = "180",
            description = "How long the rate is held before anything counts; default ${DEFAULT-VALUE}.")
    private int warmUpSeconds;

    @Option(names = "--orders-lines", defaultValue = "3", description = "Lines of an order; default ${DEFAULT-VALUE}.")
    private int lines;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description =
                    "Measure the stack that `./orderflow up --for-load` has started in this home, and leave it up.")
    private @Nullable Path home;

    @Override
    public Integer call() throws Exception {
        Progress progress = output.progress();
        Report report = new Report("End to end: from the accepted quote to the completed order");
        report.setting("cores", Runtime.getRuntime().availableProcessors());
        report.setting("services", "one process each, with PostgreSQL (durable) and Kafka on the same machine");
        Sizes sizes = new Sizes(rate, seconds, halfSeconds, warmUpSeconds, lines);
        report.setting("orders", "%d lines each, fulfilled at once, no approval".formatted(lines));
        Clock clock = Clock.systemUTC();
        if (home == null) {
            Path root = root(System.getenv());
            Path own = root.resolve("testing/benchmarks/target/stack");
            EndToEndBenchmark.onStackOfItsOwn(root, own, sizes, progress, report, clock);
        } else {
            new EndToEndBenchmark(home, sizes, progress, report, clock).run();
        }
        output.print(report);
        return 0;
    }

    private static Path root(Map<String, String> environment) {
        return Path.of(Optional.ofNullable(environment.get("ORDERFLOW_ROOT"))
                        .orElseGet(() -> System.getProperty("user.dir")))
                .toAbsolutePath()
                .normalize();
    }
}
