package io.orderflow.testing.benchmarks.report;

import static io.orderflow.testing.benchmarks.report.Numbers.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A report as it stands in docs/performance.md: one row for each figure, with its goals, and what it was measured on. */
public final class MarkdownTable {

    private MarkdownTable() {}

    public static String of(Report report) {
        List<String> lines = new ArrayList<>();
        lines.add("| | median | least–most | unit | runs | must be |");
        lines.add("|---|--:|--:|---|--:|---|");
        for (Figure figure : report.figures()) {
            lines.add("| %s | %s | %s | %s | %d | %s |"
                    .formatted(
                            figure.what(),
                            plain(figure.median()),
                            figure.runs().size() == 1 ? "" : plain(figure.least()) + "–" + plain(figure.most()),
                            figure.unit(),
                            figure.runs().size(),
                            goalsOf(figure, report)));
        }
        lines.add("");
        lines.add(report.settings().entrySet().stream()
                .map(setting -> setting.getKey() + ": " + setting.getValue())
                .collect(Collectors.joining("; ", "Measured on ", ".")));
        return String.join("\n", lines) + "\n";
    }

    private static String goalsOf(Figure figure, Report report) {
        return report.goals().stream()
                .filter(goal -> goal.what().equals(figure.what()))
                .map(goal -> goal.bound() + " " + plain(goal.limit()) + (goal.isReached() ? "" : ": **not reached**"))
                .collect(Collectors.joining(", "));
    }
}
