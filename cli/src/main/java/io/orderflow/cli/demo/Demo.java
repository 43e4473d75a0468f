package io.orderflow.cli.demo;

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
import java.util.Locale;

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

    /** Whether the totals add up. */
    boolean run() throws InterruptedException {
        int invoices = Math.min(options.invoices(), CsvInvoices.check(options.input()));
        Instant begin = clock.instant();
        Instant since = begin.minusSeconds(1);
        String run = Long.toString(begin.toEpochMilli(), Character.MAX_RADIX);
        out.printf(
                "Feeding %d invoices from %s, at most %d orders in flight%n",
                invoices, options.input(), options.inFlight());

        OrderApi api = new OrderApi(stack);
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
        Totals totals = Totals.of(fed);
        problems.addAll(totals.problems());
        Path report = stack.home().resolve("demo").resolve("report-" + FILE_TIME.format(begin) + ".csv");
        Report.write(report, fed);
        print(totals, Latencies.of(fed), report, seconds, example(fed));
        problems.forEach(problem -> out.println("Does not add up: " + problem));
        out.flush();
        return problems.isEmpty();
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

    private void print(Totals totals, Latencies latencies, Path report, double seconds, String exampleOrder) {
        out.println();
        new Box("Orderflow demo")
                .line(
                        "%d invoices read = %d captured + %d rejected + %d cancellations",
                        totals.read(), totals.captured(), totals.rejected(), totals.cancellations())
                .line(
                        "%d captured = %d completed + %d cancelled + %d open",
                        totals.captured(), totals.completed(), totals.cancelled(), totals.open())
                .line(
                        "%d cancellations = %d applied + %d without an order + %d past the point of no return",
                        totals.cancellations(),
                        totals.cancellationsApplied(),
                        totals.nothingToCancel(),
                        totals.tooLateToCancel())
                .line(
                        "%d rows = %d accepted + %d rejected, each with its reason in",
                        totals.rows(), totals.rowsAccepted(), totals.rowsRejected())
                .line("  %s", report)
                .line("")
                .line("capture to completion  p50 %s   p99 %s", latencies.percentile(50), latencies.percentile(99))
                .line(
                        "%s",
                        String.format(
                                Locale.ROOT, "%.1f s in all, %.1f orders/s", seconds, totals.captured() / seconds))
                .line("")
                .line("Cockpit    %s", stack.cockpit())
                .line(
                        "           login %s / %s",
                        stack.credential("cockpit.user"), stack.credential("cockpit.password"))
                .line("Order API  %s/swagger-ui.html", stack.orders())
                .line("           login %s / %s", stack.credential("api.user"), stack.credential("api.password"))
                .line("Metrics    %s/actuator/prometheus", stack.orders())
                .line("")
                .line(
                        "Next: %s./orderflow order show %s",
                        options.stackEnds() ? "./orderflow up, then " : "", exampleOrder)
                .line("      ./orderflow topics tail oms.order.events.v1 -n 20")
                .line("      ./orderflow status")
                .print(out);
    }

    private static String example(List<FedInvoice> fed) {
        return fed.stream().flatMap(invoice -> invoice.orderId().stream()).reduce("ID", (first, last) -> last);
    }
}
