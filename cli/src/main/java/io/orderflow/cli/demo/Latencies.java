package io.orderflow.cli.demo;

import io.orderflow.cli.demo.FedInvoice.OrderFate;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** From capture to completion, by the clock of the order service. */
final class Latencies {

    private final List<Long> sorted;

    private Latencies(List<Long> sorted) {
        this.sorted = sorted;
    }

    static Latencies of(Collection<FedInvoice> fed) {
        return new Latencies(fed.stream()
                .flatMap(invoice -> invoice.fate().stream())
                .flatMap(Latencies::millis)
                .sorted()
                .toList());
    }

    /** The smallest latency that so many percent do not exceed. */
    String percentile(int percent) {
        if (sorted.isEmpty()) {
            return "none";
        }
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return String.format(Locale.ROOT, "%.2f s", sorted.get(Math.max(0, rank - 1)) / 1000.0);
    }

    private static java.util.stream.Stream<Long> millis(OrderFate fate) {
        return fate.completedAt() == null
                ? java.util.stream.Stream.empty()
                : java.util.stream.Stream.of(
                        Duration.between(fate.capturedAt(), fate.completedAt()).toMillis());
    }
}
