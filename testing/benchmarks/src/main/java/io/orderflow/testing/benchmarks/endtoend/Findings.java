package io.orderflow.testing.benchmarks.endtoend;

import io.orderflow.testing.benchmarks.endtoend.Orders.Run;
import io.orderflow.testing.benchmarks.report.Goal;
import io.orderflow.testing.benchmarks.report.Report;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts into figures what two phases have shown. */
final class Findings {

    private static final double SUSTAINED = 60;
    /** What counts as sustained: the orders of the last moment are completed after it, and clocks tick in milliseconds. */
    private static final double NEARLY = 0.99;

    private static final double LONGEST_P99_MILLIS = 2_000;
    private static final double LARGEST_GROWTH = 1.5;
    /** With a handful in flight, one more is no growth. */
    private static final double FEW = 30;

    private final Report report;
    private final double rate;

    Findings(Report report, double rate) {
        this.report = report;
        this.rate = rate;
    }

    void add(Phase half, Phase full, List<Run> runs) {
        String atHalf = "at %.0f/s".formatted(rate / 2);
        String atFull = "at %.0f/s".formatted(rate);
        report.setting(
                "Latency",
                "from the time a quote was due to the record time of OrderCompleted; open loop, quotes over Kafka");
        latencies(atHalf, half.latencies(runs));
        double sustained = full.completed(runs) / full.seconds();
        report.add("orders completed " + atFull, "orders/s", sustained);
        latencies(atFull, full.latencies(runs));
        double first = full.inFlightAtFirst(runs);
        double last = full.inFlightAtLast(runs);
        report.add("in flight at first " + atFull, "orders", first);
        report.add("in flight at last " + atFull, "orders", last);
        report.add("in flight, growth " + atFull, "times", Math.max(last, FEW) / Math.max(first, FEW));
        report.add("CPU used by others " + atHalf, "% of the machine", half.othersPercent());
        report.add("CPU used by others " + atFull, "% of the machine", full.othersPercent());
        costs(full, runs);
        report.goal(Goal.atLeast("orders completed " + atFull, sustained, NEARLY * SUSTAINED));
        goalAtMost("in flight, growth " + atFull, LARGEST_GROWTH);
        goalAtMost("capture to completed " + atHalf + ", p99", LONGEST_P99_MILLIS);
    }

    private void latencies(String at, List<Long> sorted) {
        String what = "capture to completed " + at;
        report.add(what + ", p50", "ms", Phase.percentile(sorted, 50));
        report.add(what + ", p95", "ms", Phase.percentile(sorted, 95));
        report.add(what + ", p99", "ms", Phase.percentile(sorted, 99));
        report.add(what + ", max", "ms", sorted.get(sorted.size() - 1));
    }

    private void costs(Phase phase, List<Run> runs) {
        Map<String, Double> perOrder = new TreeMap<>(phase.cpuPerOrder(runs));
        perOrder.forEach((by, millis) -> report.add("CPU, " + by, "ms/order", millis));
        report.add(
                "CPU, all but the benchmark",
                "ms/order",
                perOrder.entrySet().stream()
                        .filter(used -> !used.getKey().equals(CpuAccount.BENCHMARK))
                        .mapToDouble(Map.Entry::getValue)
                        .sum());
        long orders = phase.offered(runs);
        phase.sql().byDatabase().forEach((database, work) -> {
            report.add("SQL statements, " + database, "an order", (double) work.statements() / orders);
            report.add("commits, " + database, "an order", (double) work.commits() / orders);
        });
    }

    private void goalAtMost(String what, double limit) {
        report.goal(Goal.atMost(what, report.figure(what).median(), limit));
    }
}
