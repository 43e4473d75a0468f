package io.orderflow.testing.benchmarks;

import io.orderflow.testing.benchmarks.inbox.InboxBenchmark;
import io.orderflow.testing.benchmarks.inbox.InboxBenchmark.Sizes;
import io.orderflow.testing.benchmarks.report.Progress;
import io.orderflow.testing.benchmarks.report.Report;
import io.orderflow.testing.benchmarks.servers.Servers;
import io.orderflow.testing.benchmarks.workload.Events;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "inbox",
        mixinStandardHelpOptions = true,
        description = "The consumer with an effect that does nothing against one transaction per record.")
final class InboxCommand implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Option(names = "--rows", defaultValue = "200000", description = "Events a run; default ${DEFAULT-VALUE}.")
    private int rows;

    @Option(names = "--runs", defaultValue = "3", description = "Runs of every contestant; default ${DEFAULT-VALUE}.")
    private int runs;

    @Option(names = "--keys", defaultValue = "500", description = "Keys of the events; default ${DEFAULT-VALUE}.")
    private int keys;

    @Option(
            names = "--plain-rows",
            defaultValue = "5000",
            description = "Events a run of the usual loop; default ${DEFAULT-VALUE}.")
    private int plainRows;

    @Override
    public Integer call() throws Exception {
        Progress progress = output.progress();
        progress.step("starting PostgreSQL and Kafka");
        try (Servers servers = Servers.start(Events.TOPIC_FAMILY)) {
            Report report = output.report("Inbox: from the topic to a committed outcome", servers);
            int warmUp = Math.max(keys, rows / 4 / keys * keys);
            Sizes sizes = new Sizes(rows, warmUp, keys, Math.min(plainRows, rows), runs);
            new InboxBenchmark(servers, sizes, progress, report).run();
            output.print(report);
        }
        return 0;
    }
}
