package io.orderflow.testing.benchmarks;

import io.orderflow.testing.benchmarks.report.MarkdownTable;
import io.orderflow.testing.benchmarks.report.Progress;
import io.orderflow.testing.benchmarks.report.Report;
import io.orderflow.testing.benchmarks.report.TextTable;
import io.orderflow.testing.benchmarks.servers.Servers;
import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Figures go to standard output in one of three forms; progress goes beside it. */
final class Output {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @ArgGroup
    private Form form = new Form();

    static final class Form {

        @Option(names = "--json", description = "Print every run as JSON instead of a table.")
        private boolean json;

        @Option(names = "--markdown", description = "Print the table as it stands in docs/performance.md.")
        private boolean markdown;

        String of(Report report) {
            return json ? report.asJson() : markdown ? MarkdownTable.of(report) : TextTable.of(report);
        }
    }

    Progress progress() {
        return new Progress(command.commandLine().getErr());
    }

    Report report(String title, Servers servers) {
        Report report = new Report(title);
        report.setting("cores", Runtime.getRuntime().availableProcessors());
        report.setting(
                "JVM",
                "%s, heap %d MiB"
                        .formatted(Runtime.version(), Runtime.getRuntime().maxMemory() / 1024 / 1024));
        Map<String, String> settings = new TreeMap<>(servers.settings());
        report.setting(
                "PostgreSQL",
                settings.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(", ")));
        report.setting("Kafka", "one broker in a process of its own, acks=all, page cache");
        return report;
    }

    void print(Report report) {
        PrintWriter out = command.commandLine().getOut();
        out.println(form.of(report));
        out.flush();
    }
}
