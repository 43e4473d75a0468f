package io.orderflow.cli.demo;

import io.orderflow.cli.show.Cast;
import io.orderflow.cli.show.Casting;
import io.orderflow.cli.show.Promises;
import io.orderflow.cli.show.Show;
import io.orderflow.cli.show.Sightings;
import io.orderflow.cli.stack.Refusal;
import io.orderflow.cli.stack.Stack;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One run from the first invoice to the account. */
final class Demo {

    private static final DateTimeFormatter FILE_TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Stack stack;
    private final DemoOptions options;
    private final PrintWriter out;
    private final Clock clock;

    Demo(Stack stack, DemoOptions options, PrintWriter out, Clock clock) {
        this.stack = stack;
        this.options = options;
        this.out = out;
        this.clock = clock;
    }

    /** Whether the totals add up and all that was promised was seen. */
    boolean run() throws InterruptedException {
        int invoices = Math.min(options.invoices(), CsvInvoices.check(options.input()));
        Instant begin = clock.instant();
        String run = Long.toString(begin.toEpochMilli(), Character.MAX_RADIX);
        Cast cast = Casting.of(Candidates.in(options.input(), invoices, run));
        out.printf(
                "Feeding %d invoices from %s, at most %d orders in flight%n",
                invoices, options.input(), options.inFlight());
        try (Show show = new Show(stack, cast)) {
            Result result = run(begin, run, invoices, cast, show);
            new ResultText(stack, options.stackEnds(), out).print(result);
            return result.problems().isEmpty();
        }
    }

    private Result run(Instant begin, String run, int invoices, Cast cast, Show show) throws InterruptedException {
        OrderApi api = new OrderApi(stack);
        Instant since = begin.minusSeconds(1);
        Window window = new Window(options.inFlight());
        Progress progress = new Progress(out, options.terminal(), invoices);
        List<FedInvoice> fed;
        try (Watch watch = new Watch(api, since, window, progress);
                CsvInvoices input = new CsvInvoices(options.input())) {
            watch.start();
            fed = feed(new Feed(api, window, progress, run), input, watch);
            watch.awaitRest();
        }
        double seconds = progress.seconds();

        List<String> problems = new ArrayList<>(Outcome.reconcile(fed, api, since));
        Reversals end = Reversals.await(fed, ids(fed), api, show);
        Sightings seen = end.seen();
        Outcome.whoCancelled(fed, seen);
        Totals totals = Totals.of(fed, seen);
        problems.addAll(totals.problems());
        problems.addAll(end.problems());
        Promises.broken(cast, seen).forEach(what -> problems.add("promised, and not seen: " + what));
        Path report = stack.home().resolve("demo").resolve("report-" + FILE_TIME.format(begin) + ".csv");
        Report.write(report, fed);
        return new Result(
                totals,
                end.lines(),
                seen,
                Latencies.of(fed),
                seconds,
                report,
                Promises.notMade(cast),
                problems,
                example(fed));
    }

    private List<FedInvoice> feed(Feed feed, CsvInvoices input, Watch watch) throws InterruptedException {
        try {
            return feed.feed(input, options.invoices());
        } catch (InterruptedException e) {
            watch.throwIfFailed();
            throw e;
        } catch (Refusal refusal) {
            out.println();
            throw refusal;
        }
    }

    private static Set<String> ids(List<FedInvoice> fed) {
        return fed.stream()
                .flatMap(invoice -> invoice.fate().stream())
                .map(FedInvoice.OrderFate::orderId)
                .collect(Collectors.toSet());
    }

    private static String example(List<FedInvoice> fed) {
        return fed.stream().flatMap(invoice -> invoice.orderId().stream()).reduce("ID", (first, last) -> last);
    }
}
