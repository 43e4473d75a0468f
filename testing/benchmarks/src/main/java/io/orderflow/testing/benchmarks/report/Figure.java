package io.orderflow.testing.benchmarks.report;

import java.util.List;

/**
 * One measured quantity over all runs.
 *
 * @param what e.g. {@code relay}
 * @param unit e.g. {@code rows/s}
 * @param runs the value of each run, in the order of the runs
 */
public record Figure(String what, String unit, List<Double> runs) {

    public Figure {
        runs = List.copyOf(runs);
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("no run of " + what);
        }
    }

    public double median() {
        List<Double> sorted = runs.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    public double least() {
        return runs.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    public double most() {
        return runs.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }
}
