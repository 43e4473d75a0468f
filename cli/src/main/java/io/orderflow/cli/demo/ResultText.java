package io.orderflow.cli.demo;

import io.orderflow.cli.show.Sightings;
import io.orderflow.cli.stack.Stack;
import java.io.PrintWriter;
import java.util.Locale;

/** The end of a run, for reading. */
final class ResultText {

    private final Stack stack;
    private final boolean stackEnds;
    private final PrintWriter out;

    ResultText(Stack stack, boolean stackEnds, PrintWriter out) {
        this.stack = stack;
        this.stackEnds = stackEnds;
        this.out = out;
    }

    void print(Result result) {
        out.println();
        Box box = new Box("Orderflow demo");
        account(result, box);
        shown(result.seen(), box);
        box.line(
                        "capture to completion  p50 %s   p99 %s",
                        result.latencies().percentile(50), result.latencies().percentile(99))
                .line(
                        "%s",
                        String.format(
                                Locale.ROOT,
                                "%.1f s in all, %.1f orders/s",
                                result.seconds(),
                                result.totals().captured() / result.seconds()))
                .line("");
        next(result.example(), box);
        box.print(out);
        if (!result.notPromised().isEmpty()) {
            out.println("No order of this file was fit to show " + String.join(", ", result.notPromised()));
        }
        result.problems().forEach(problem -> out.println("Does not add up: " + problem));
        out.flush();
    }

    private static void account(Result result, Box box) {
        Totals totals = result.totals();
        LineTotals lines = result.lines();
        box.line(
                        "%d invoices read = %d captured + %d rejected + %d cancellations",
                        totals.read(), totals.captured(), totals.rejected(), totals.cancellations())
                .line(
                        "%d captured = %d completed + %d cancelled + %d open",
                        totals.captured(), totals.completed(), totals.cancelled(), totals.open())
                .line(
                        "%d cancelled = %d by a cancellation + %d withdrawn + %d declined",
                        totals.cancelled(), totals.cancellationsApplied(), totals.withdrawn(), totals.declined())
                .line(
                        "%d cancellations = %d applied + %d without an order + %d too late",
                        totals.cancellations(),
                        totals.cancellationsApplied(),
                        totals.nothingToCancel(),
                        totals.tooLateToCancel())
                .line(
                        "%d lines captured = %d completed + %d waived + %d cancelled + %d reversed",
                        lines.captured(), lines.completed(), lines.waived(), lines.cancelled(), lines.reversed())
                .line(
                        "%d rows = %d accepted + %d rejected, each with its reason in",
                        totals.rows(), totals.rowsAccepted(), totals.rowsRejected())
                .line("  %s", result.report())
                .line("");
    }

    private static void shown(Sightings seen, Box box) {
        box.line(
                        "approvals  %d asked for, %d granted, %d declined",
                        seen.approvalsAsked(), seen.approvalsGranted(), seen.approvalsDeclined())
                .line(
                        "fallout    %d lines failed; %d tried again, %d waived in Tasklist, %d waived over the API",
                        seen.linesFailed(),
                        seen.linesRetried(),
                        seen.waivedInTasklist(),
                        seen.linesWaived() - seen.waivedInTasklist())
                .line("jeopardy   %d orders reported as late", seen.jeopardy())
                .line(
                        "reversals  %d owed, %d done, after cancellations while the provider was at work",
                        seen.reversalsOwed(), seen.reversed())
                .line("");
    }

    private void next(String exampleOrder, Box box) {
        box.line("Cockpit    %s", stack.cockpit())
                .line(
                        "           login %s / %s",
                        stack.credential("cockpit.user"), stack.credential("cockpit.password"))
                .line("Order API  %s/swagger-ui.html", stack.orders())
                .line("           login %s / %s", stack.credential("api.user"), stack.credential("api.password"))
                .line("Metrics    %s/actuator/prometheus", stack.orders())
                .line("")
                .line("Next: %s./orderflow order show %s", stackEnds ? "./orderflow up, then " : "", exampleOrder)
                .line("      ./orderflow demo scenario")
                .line("      ./orderflow topics tail oms.order.events.v1 -n 20")
                .line("      ./orderflow status");
    }
}
