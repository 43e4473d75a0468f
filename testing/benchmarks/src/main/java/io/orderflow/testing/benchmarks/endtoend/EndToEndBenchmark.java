package io.orderflow.testing.benchmarks.endtoend;

import io.orderflow.testing.benchmarks.endtoend.Orders.Run;
import io.orderflow.testing.benchmarks.report.Progress;
import io.orderflow.testing.benchmarks.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** The whole system under a fixed rate of orders: a warm-up, half the rate for its latency, the rate for its endurance. */
public final class EndToEndBenchmark {

    private static final int BETWEEN_WORDS_SECONDS = 10;

    private final StackFile stack;
    private final Sizes sizes;
    private final Progress progress;
    private final Report report;
    private final Clock clock;

    /**
     * How much is offered.
     *
     * @param rate orders per second
     * @param seconds how long the rate is held
     * @param halfSeconds how long half of it is held before
     * @param warmUpSeconds how long the rate is held before everything else; counts nowhere
     * @param lines of each order
     */
    public record Sizes(double rate, int seconds, int halfSeconds, int warmUpSeconds, int lines) {}

    /** @param home where the stack is up; it was started for load */
    public EndToEndBenchmark(Path home, Sizes sizes, Progress progress, Report report, Clock clock) {
        this.stack = StackFile.read(home);
        this.sizes = sizes;
        this.progress = progress;
        this.report = report;
        this.clock = clock;
    }

    /** Starts a stack, measures it and stops it. */
    public static void onStackOfItsOwn(Path root, Path home, Sizes sizes, Progress progress, Report report, Clock clock)
            throws Exception {
        try (LocalStack local = LocalStack.start(root, home, progress)) {
            new EndToEndBenchmark(local.home(), sizes, progress, report, clock).run();
        }
    }

    /** Measures everything; the figures are in the report afterwards. Fails if an order is lost, doubled or buried. */
    public void run() throws SQLException, IOException, InterruptedException, ExecutionException {
        HttpApi api = new HttpApi(stack);
        api.answerAtOnce();
        SqlAccount.begin(stack);
        Ending ending = new Ending(stack, api, progress);
        long instancesBefore = ending.endedInstances();
        Orders orders = new Orders();
        Instant since = clock.instant();
        QuoteRecords quotes = new QuoteRecords(
                stack.tenant(), Long.toString(since.toEpochMilli(), Character.MAX_RADIX), sizes.lines());
        try (OrderWatch watch = OrderWatch.start(stack.kafka(), orders);
                CpuAccount cpu = new CpuAccount(stack);
                OpenLoop loop = new OpenLoop(stack.kafka(), quotes, orders, clock)) {
            Meter meter = new Meter(stack, cpu, clock);
            offer("warming up", sizes.rate(), sizes.warmUpSeconds(), loop, orders);
            ending.awaitCompleted(orders, watch, instancesBefore);
            Phase half = meter.measure(
                    () -> offer("half the rate", sizes.rate() / 2, sizes.halfSeconds(), loop, orders),
                    () -> ending.awaitCompleted(orders, watch, instancesBefore));
            Phase full = meter.measure(
                    () -> offer("the rate", sizes.rate(), sizes.seconds(), loop, orders),
                    () -> ending.awaitCompleted(orders, watch, instancesBefore));
            ending.requireAllWell(orders, since);
            List<Run> runs = orders.runs();
            new Findings(report, sizes.rate()).add(half, full, runs);
            report.add("orders completed exactly once", "orders", orders.completed());
            report.add("dead letters", "records", 0);
            report.add("records put aside to be retried", "records", ending.retried());
            report.add("records of order events sent twice", "records", orders.sentTwice());
        }
    }

    private void offer(String what, double rate, int seconds, OpenLoop loop, Orders orders) {
        progress.step("%s: %.1f orders of %d lines a second for %d s", what, rate, sizes.lines(), seconds);
        loop.offer(rate, seconds, passed -> {
            if (passed % BETWEEN_WORDS_SECONDS == 0) {
                progress.step(
                        "    %d s of %d: %,d offered, %,d completed, %,d in flight",
                        passed, seconds, orders.offered(), orders.completed(), orders.inFlight());
            }
        });
    }
}
