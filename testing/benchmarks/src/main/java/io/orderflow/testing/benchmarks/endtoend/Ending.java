package io.orderflow.testing.benchmarks.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.testing.benchmarks.report.Progress;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Nothing lost, nothing twice, nothing buried: what must hold when the last order is done. */
final class Ending {

    private static final Duration LONGEST_STALL = Duration.ofSeconds(60);
    private static final long BETWEEN_LOOKS_NANOS = 500_000_000L;

    private final StackFile stack;
    private final HttpApi api;
    private final Progress progress;

    Ending(StackFile stack, HttpApi api, Progress progress) {
        this.stack = stack;
        this.api = api;
        this.progress = progress;
    }

    /** A count that is to get somewhere. */
    @FunctionalInterface
    private interface Count {
        long now() throws SQLException;
    }

    /**
     * Returns when every quote has become a completed order and its process instance has ended, which may be later: what comes
     * next would wait behind the rest. Fails if nothing moves any more.
     */
    void awaitCompleted(Orders orders, OrderWatch watch, long instancesBefore) throws SQLException {
        progress.step("waiting for the last %,d orders", orders.inFlight());
        await("orders", orders.offered(), () -> {
            watch.requireAlive();
            return orders.completed();
        });
        progress.step("waiting for the last process instance to end");
        await("process instances", orders.offered(), () -> instances().ended() - instancesBefore);
    }

    /** @throws IllegalStateException if the services tell anything else than the topic, or something was buried */
    void requireAllWell(Orders orders, Instant since)
            throws IOException, InterruptedException, SQLException, ExecutionException {
        orders.requireEachOnce();
        JsonNode statistics = api.statistics(since);
        if (statistics.path("total").asLong() != orders.offered()
                || statistics.path("byStatus").path("COMPLETED").asLong() != orders.offered()) {
            throw new IllegalStateException("of %d orders: %s".formatted(orders.offered(), statistics));
        }
        if (instances().running() != 0) {
            throw new IllegalStateException(instances().running() + " process instances have not ended");
        }
        Map<String, Long> buried = recordsIn(".dlt.");
        if (!buried.isEmpty()) {
            throw new IllegalStateException("dead letters: " + buried);
        }
    }

    /** How many process instances have ended so far. */
    long endedInstances() throws SQLException {
        return instances().ended();
    }

    /** Records that were put aside to be tried again later: no mistake, but not for nothing either. */
    long retried() throws ExecutionException, InterruptedException {
        return recordsIn(".retry.").values().stream().mapToLong(Long::longValue).sum();
    }

    private void await(String what, long all, Count count) throws SQLException {
        long last = -1;
        long movedAt = System.nanoTime();
        for (long now = count.now(); now < all; now = count.now()) {
            if (now > last) {
                last = now;
                movedAt = System.nanoTime();
            } else if (System.nanoTime() - movedAt > LONGEST_STALL.toNanos()) {
                throw new IllegalStateException(
                        "%,d of %,d %s, and no more for %d s".formatted(now, all, what, LONGEST_STALL.toSeconds()));
            }
            progress.at(now, all);
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
    }

    private record Instances(long running, long ended) {}

    private Instances instances() throws SQLException {
        try (Connection connection = stack.connect("orchestration");
                var statement = connection.createStatement();
                var row = statement.executeQuery(EndToEndSql.INSTANCES)) {
            row.next();
            return new Instances(row.getLong(1), row.getLong(2));
        }
    }

    /** Topics of a kind that hold anything, with how much. */
    private Map<String, Long> recordsIn(String kind) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, stack.kafka()))) {
            List<String> topics = admin.listTopics().names().get().stream()
                    .filter(name -> name.contains(kind))
                    .toList();
            Map<TopicPartition, OffsetSpec> latest =
                    admin.describeTopics(topics).allTopicNames().get().values().stream()
                            .flatMap(topic -> topic.partitions().stream()
                                    .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
            return admin.listOffsets(latest).all().get().entrySet().stream()
                    .filter(end -> end.getValue().offset() > 0)
                    .collect(Collectors.groupingBy(
                            end -> end.getKey().topic(),
                            Collectors.summingLong(end -> end.getValue().offset())));
        }
    }
}
