package io.orderflow.cli.demo;

import io.orderflow.cli.show.Show;
import io.orderflow.cli.show.Sightings;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * An order is cancelled before its providers have taken back what they had been asked for: this is how it stands once they
 * have.
 */
record Reversals(LineTotals lines, Sightings seen) {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Waits until every line has come to its end, or until that has taken too long. */
    static Reversals await(Collection<FedInvoice> fed, Set<String> orderIds, OrderApi api, Show show)
            throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            // In this order, because what has been said is true of what is asked for afterwards.
            Sightings seen = show.seen(orderIds);
            Reversals now = new Reversals(LineTotals.of(fed, api), seen);
            if (now.problems().isEmpty() || System.nanoTime() > end) {
                return now;
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    /** What is not as it should be at the end; empty if all is well. */
    List<String> problems() {
        return lines.open() == 0 && lines.reversed() == seen.reversalsOwed() && seen.reversed() == seen.reversalsOwed()
                ? lines.problems()
                : List.of("%d lines had to be reversed, %d were, and %d are open"
                        .formatted(seen.reversalsOwed(), lines.reversed(), lines.open()));
    }
}
