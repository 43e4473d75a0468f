package io.orderflow.testing.benchmarks;

import io.orderflow.testing.benchmarks.outbox.OutboxBenchmark;
import io.orderflow.testing.benchmarks.outbox.OutboxBenchmark.Sizes;
import io.orderflow.testing.benchmarks.report.Progress;
import io.orderflow.testing.benchmarks.report.Report;
import io.orderflow.testing.benchmarks.servers.Servers;
import io.orderflow.testing.benchmarks.workload.Events;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "outbox",
        mixinStandardHelpOptions = true,
        description = "The relay against the usual loop and the raw producer, latency, statements, and a long backlog.")
final class OutboxCommand implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Option(names = "--rows", defaultValue = "200000", description = "Rows a run; default ${DEFAULT-VALUE}.")
    private int rows;

    @Option(names = "--runs", defaultValue = "3", description = "Runs of every contestant; default ${DEFAULT-VALUE}.")
    private int runs;

    @Option(names = "--keys", defaultValue = "500", description = "Keys of the rows; default ${DEFAULT-VALUE}.")
    private int keys;

    @Option(
            names = "--plain-rows",
            defaultValue = "5000",
            description = "Rows a run of the usual loop; default ${DEFAULT-VALUE}.")
    private int plainRows;

    @Option(
            names = "--transactions",
            defaultValue = "1000",
            description = "Single transactions on the idle relay; default ${DEFAULT-VALUE}.")
    private int transactions;

    @Option(names = "--full", description = "Drain a backlog of 1,000,000 rows as well.")
    private boolean full;

    @Option(names = "--backlog", defaultValue = "0", description = "Rows of the backlog; 0 leaves it out.")
    private int backlog;

    @Override
    public Integer call() throws Exception {
        Progress progress = output.progress();
        progress.step("starting PostgreSQL and Kafka");
        try (Servers servers = Servers.start(Events.TOPIC_FAMILY)) {
            Report report = output.report("Outbox: from a committed row to the topic", servers);
            int waiting = full && backlog == 0 ? 1_000_000 : backlog;
            int warmUp = Math.max(keys, Math.min(rows, 50_000) / keys * keys);
            Sizes sizes = new Sizes(rows, keys, Math.min(plainRows, rows), runs, warmUp, transactions, waiting);
            new OutboxBenchmark(servers, sizes, progress, report).run();
            output.print(report);
        }
        return 0;
    }
}
