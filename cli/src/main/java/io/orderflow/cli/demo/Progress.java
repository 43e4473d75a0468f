package io.orderflow.cli.demo;

import io.orderflow.cli.demo.OrderApi.OrderCounts;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** How far the demo is: a bar that moves on a terminal, else a line every few seconds. */
final class Progress {

    private static final int WIDTH = 24;
    private static final double PLAIN_PAUSE_SECONDS = 5;

    private final PrintWriter out;
    private final boolean terminal;
    private final int invoices;
    private final AtomicLong rejected = new AtomicLong();
    private final AtomicLong cancellations = new AtomicLong();
    private final long since = System.nanoTime();
    private double lastLine;

    Progress(PrintWriter out, boolean terminal, int invoices) {
        this.out = out;
        this.terminal = terminal;
        this.invoices = invoices;
    }

    /** An invoice that does not get as far as the order service, or no further. */
    void rejected() {
        rejected.incrementAndGet();
    }

    void cancellationAnswered() {
        cancellations.incrementAndGet();
    }

    double seconds() {
        return (System.nanoTime() - since) / 1e9;
    }

    void show(OrderCounts counts, long inFlight) {
        double now = seconds();
        if (terminal) {
            out.print("\r\033[2K" + line(counts, inFlight, now));
        } else if (now - lastLine >= PLAIN_PAUSE_SECONDS) {
            lastLine = now;
            out.println(line(counts, inFlight, now));
        }
        out.flush();
    }

    void end(OrderCounts counts, long inFlight) {
        out.println((terminal ? "\r\033[2K" : "") + line(counts, inFlight, seconds()));
        out.flush();
    }

    String line(OrderCounts counts, long inFlight, double seconds) {
        long away = rejected.get() + counts.rejected();
        long done = Math.min(invoices, away + cancellations.get() + counts.completed() + counts.cancelled());
        int filled = (int) (WIDTH * done / Math.max(1, invoices));
        return String.format(
                Locale.ROOT,
                "[%s%s] %d/%d  captured %d, in flight %d, completed %d, cancelled %d, rejected %d  %.1f orders/s",
                "#".repeat(filled),
                "-".repeat(WIDTH - filled),
                done,
                invoices,
                counts.captured(),
                inFlight,
                counts.completed(),
                counts.cancelled(),
                away,
                seconds > 0 ? counts.settled() / seconds : 0);
    }
}
