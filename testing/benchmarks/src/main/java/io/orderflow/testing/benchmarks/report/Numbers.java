package io.orderflow.testing.benchmarks.report;

import java.util.Locale;

/** Figures with as many digits as say something. */
final class Numbers {

    private Numbers() {}

    static String plain(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 ? "%,.0f" : size >= 1 || size == 0 ? "%,.2f" : "%,.4f", value);
    }
}
