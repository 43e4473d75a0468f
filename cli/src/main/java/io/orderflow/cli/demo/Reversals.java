package io.orderflow.cli.demo;

import java.time.Duration;
import java.util.Collection;

/** An order is cancelled before its providers have taken back what they had been asked for. */
final class Reversals {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private Reversals() {}

    /** Waits until no line is open any more, or until that has taken too long; returns where the lines are. */
    static LineTotals await(Collection<FedInvoice> fed, OrderApi api) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        LineTotals lines = LineTotals.of(fed, api);
        while (lines.open() > 0 && System.nanoTime() < end) {
            Thread.sleep(PAUSE.toMillis());
            lines = LineTotals.of(fed, api);
        }
        return lines;
    }
}
