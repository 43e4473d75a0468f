package io.orderflow.testing.benchmarks.report;

import static io.orderflow.testing.benchmarks.report.Numbers.plain;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;

/** A report for whoever sits at the terminal. */
public final class TextTable {

    private static final String ROW = "  %-48s %12s %12s %12s  %-12s %s";

    private TextTable() {}

    public static String of(Report report) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        out.println(report.title());
        report.settings().forEach((name, value) -> out.println("  " + name + ": " + value));
        out.println();
        out.println(String.format(Locale.ROOT, ROW, "", "median", "least", "most", "unit", "runs"));
        for (Figure figure : report.figures()) {
            out.println(String.format(
                    Locale.ROOT,
                    ROW,
                    figure.what(),
                    plain(figure.median()),
                    plain(figure.least()),
                    plain(figure.most()),
                    figure.unit(),
                    figure.runs().size()));
        }
        out.println();
        for (Goal goal : report.goals()) {
            out.println(String.format(
                    Locale.ROOT,
                    "  %-48s %12s, must be %s %s: %s",
                    goal.what(),
                    plain(goal.value()),
                    goal.bound(),
                    plain(goal.limit()),
                    goal.isReached() ? "reached" : "NOT REACHED"));
        }
        return text.toString();
    }
}
