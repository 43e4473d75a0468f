package io.orderflow.testing.benchmarks.report;

import java.io.PrintWriter;
import java.util.Locale;

/** Tells what is being waited for, on its own stream so that a report can be piped. Not thread safe. */
public final class Progress {

    private static final long EVERY_NANOS = 1_000_000_000L;

    private final PrintWriter out;
    private long lastCount;
    private long startedAt;
    private long saidAt;

    public Progress(PrintWriter out) {
        this.out = out;
    }

    /** A new step begins. */
    public void step(String format, Object... arguments) {
        out.println(String.format(Locale.ROOT, format, arguments));
        out.flush();
        startedAt = System.nanoTime();
        saidAt = startedAt;
        lastCount = 0;
    }

    /** How far the step is; printed at most once a second. */
    public void at(long count, long of) {
        long now = System.nanoTime();
        if (now - saidAt < EVERY_NANOS) {
            return;
        }
        double rate = (count - lastCount) * 1e9 / (now - saidAt);
        out.println(String.format(
                Locale.ROOT,
                "    %,d of %,d after %d s, %,.0f/s",
                count,
                of,
                (now - startedAt) / 1_000_000_000L,
                rate));
        out.flush();
        saidAt = now;
        lastCount = count;
    }
}
