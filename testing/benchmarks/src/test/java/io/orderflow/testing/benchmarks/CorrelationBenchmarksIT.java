package io.orderflow.testing.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.testing.benchmarks.correlation.Contestants;
import io.orderflow.testing.benchmarks.correlation.PathBenchmark;
import io.orderflow.testing.benchmarks.report.Progress;
import io.orderflow.testing.benchmarks.report.Report;
import io.orderflow.testing.benchmarks.servers.Servers;
import java.io.PrintWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The comparison, small: it throws unless service and baseline complete every order once. How fast they are says nothing on
 * so few orders and cold JVMs.
 */
class CorrelationBenchmarksIT {

    private static final List<String> SMALL = List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Report report = new Report("small");

    @Test
    void everybodyCompletesEveryOrder() throws Exception {
        Contestants contestants =
                new Contestants(Contestants.builtService(), SMALL, List.of(), List.of(), List.of("full"), false);
        PathBenchmark.Sizes sizes = new PathBenchmark.Sizes(60, 20, 20, 1);

        try (Servers servers = Servers.startCounting(List.of())) {
            new PathBenchmark(servers, contestants, sizes, new Progress(new PrintWriter(System.err)), report).run();
        }

        assertThat(measured("service")).isPositive();
        assertThat(measured("baseline")).isPositive();
        assertThat(measured("service to baseline")).isPositive();
        assertThat(measured("service, statements per event")).isBetween(1.0, 60.0);
        assertThat(measured("baseline, statements per event")).isBetween(10.0, 150.0);
        assertThat(measured("baseline, commits per event")).isBetween(1.0, 2.0);
        assertThat(measured("service, CPU of the JVM")).isPositive();
        assertThat(report.goals()).hasSize(2);
    }

    private double measured(String what) {
        assertThat(report.figure(what).runs()).as(what).hasSize(1);
        return report.figure(what).median();
    }
}
