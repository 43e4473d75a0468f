package io.orderflow.testing.benchmarks.endtoend;

import io.orderflow.testing.benchmarks.endtoend.Orders.Run;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One rate, held for a while.
 *
 * @param from first moment, in milliseconds
 * @param until the moment after the last at which an order was offered
 * @param cpu used until all of them were completed, by whom
 * @param sql done until then, by database
 * @param othersPercent how much of the machine's CPU was used by processes that are not measured
 */
record Phase(long from, long until, Map<String, Duration> cpu, SqlAccount sql, double othersPercent) {

    private static final double MILLIS = 1000;
    private static final int PARTS = 5;
    private static final long LONGEST_PART_MILLIS = 60_000;

    /** From the quote's record to the record that says completed, shortest first, for quotes of this phase. */
    List<Long> latencies(List<Run> runs) {
        return runs.stream()
                .filter(run -> run.offeredAt() >= from && run.offeredAt() < until)
                .map(Run::millis)
                .sorted()
                .toList();
    }

    static long percentile(List<Long> sorted, double percent) {
        return sorted.get((int) Math.ceil(percent / 100 * sorted.size()) - 1);
    }

    long completed(List<Run> runs) {
        return runs.stream()
                .filter(run -> run.completedAt() >= from && run.completedAt() < until)
                .count();
    }

    double seconds() {
        return (until - from) / MILLIS;
    }

    /** How many were under way on average in the first minute, or the first fifth of a shorter phase. */
    double inFlightAtFirst(List<Run> runs) {
        return inFlight(runs, from, from + part());
    }

    /** As {@link #inFlightAtFirst}, in the last. */
    double inFlightAtLast(List<Run> runs) {
        return inFlight(runs, until - part(), until);
    }

    private long part() {
        return Math.min(LONGEST_PART_MILLIS, (until - from) / PARTS);
    }

    /** Time that the orders spend in the window, over its length. */
    private static double inFlight(List<Run> runs, long from, long until) {
        double spent = runs.stream()
                .mapToLong(run -> Math.max(0, Math.min(run.completedAt(), until) - Math.max(run.offeredAt(), from)))
                .sum();
        return spent / (until - from);
    }

    long offered(List<Run> runs) {
        return latencies(runs).size();
    }

    /** Milliseconds of CPU for each order that was offered in this phase. */
    Map<String, Double> cpuPerOrder(List<Run> runs) {
        long offered = offered(runs);
        Map<String, Double> perOrder = new LinkedHashMap<>();
        cpu.forEach((by, used) -> perOrder.put(by, used.toNanos() / 1e6 / offered));
        return perOrder;
    }
}
