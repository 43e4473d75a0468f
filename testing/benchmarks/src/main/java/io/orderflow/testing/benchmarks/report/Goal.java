package io.orderflow.testing.benchmarks.report;

/**
 * What a figure has to reach.
 *
 * @param value the median
 * @param limit the bound
 * @param atLeast whether the bound is a lower one
 */
public record Goal(String what, double value, double limit, boolean atLeast) {

    public static Goal atLeast(String what, double value, double limit) {
        return new Goal(what, value, limit, true);
    }

    public static Goal atMost(String what, double value, double limit) {
        return new Goal(what, value, limit, false);
    }

    String bound() {
        return atLeast ? "at least" : "at most";
    }

    public boolean isReached() {
        return atLeast ? value >= limit : value <= limit;
    }
}
