package io.orderflow.testing.benchmarks.correlation;

import io.orderflow.testing.benchmarks.correlation.OrderStream.Waits;
import io.orderflow.testing.benchmarks.report.Goal;
import io.orderflow.testing.benchmarks.report.Progress;
import io.orderflow.testing.benchmarks.report.Report;
import io.orderflow.testing.benchmarks.servers.Servers;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How old an event is when its effect is there, under an even load far below what the service can do: from the timestamp of
 * its record to the commit of the transaction that holds its ledger row, as PostgreSQL dates it.
 */
public final class AgeBenchmark {

    private static final Waits WAITS = new Waits(10, 60);
    private static final double HIGHEST_P99_MILLIS = 250;
    private static final String P99 = "event age, published to correlated, p99";

    private final Servers servers;
    private final Contestants contestants;
    private final Sizes sizes;
    private final Progress progress;
    private final Report report;

    /**
     * How much is measured.
     *
     * @param warmUp orders before, as fast as they go
     */
    public record Sizes(int ordersPerSecond, int seconds, int warmUp) {}

    private record Committed(UUID eventId, OffsetDateTime committedAt) {}

    public AgeBenchmark(Servers servers, Contestants contestants, Sizes sizes, Progress progress, Report report) {
        this.servers = servers;
        this.contestants = contestants;
        this.sizes = sizes;
        this.progress = progress;
        this.report = report;
    }

    /** Measures everything; the figures are in the report afterwards. */
    public void run() throws Exception {
        int orders = sizes.ordersPerSecond() * sizes.seconds();
        OrderStream stream = OrderStream.of(sizes.warmUp() + orders, WAITS);
        progress.step("event age: starting %s", contestants.service().name());
        try (Execution execution = Execution.start(servers, contestants.service(), "event age", progress)) {
            progress.step("event age: warming up with %,d orders", sizes.warmUp());
            execution.apply(stream.until(sizes.warmUp()));
            progress.step("event age: %d orders/s for %d s", sizes.ordersPerSecond(), sizes.seconds());
            Map<UUID, Long> published = execution.follow(stream.after(sizes.warmUp()), sizes.ordersPerSecond());
            execution.requireHandledOnce();
            Remains.requireAllCompleted(execution.jdbc(), stream.orders());
            add(agesMillis(execution.jdbc(), published));
            execution.succeed();
        }
    }

    private double[] agesMillis(JdbcClient jdbc, Map<UUID, Long> published) {
        Map<UUID, Double> committed = jdbc
                .sql(CorrelationSql.COMMITTED)
                .param("consumer", contestants.service().consumerGroup())
                .query(Committed.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Committed::eventId, row -> epochMillis(row.committedAt())));
        return published.entrySet().stream()
                .mapToDouble(event -> committed.getOrDefault(event.getKey(), Double.NaN) - event.getValue())
                .sorted()
                .toArray();
    }

    private static double epochMillis(OffsetDateTime time) {
        return time.toEpochSecond() * 1e3 + time.getNano() / 1e6;
    }

    private void add(double[] sorted) {
        report.add("event age, load", "orders/s", sizes.ordersPerSecond());
        report.add("event age, events", "events", sorted.length);
        report.add("event age, published to correlated, p50", "ms", sorted[sorted.length / 2]);
        report.add(P99, "ms", sorted[(int) (sorted.length * 0.99)]);
        report.add("event age, published to correlated, oldest", "ms", sorted[sorted.length - 1]);
        report.goal(Goal.atMost(P99, report.figure(P99).median(), HIGHEST_P99_MILLIS));
    }
}
