package io.orderflow.testing.benchmarks.correlation;

import io.orderflow.testing.benchmarks.correlation.OrderStream.Step;
import io.orderflow.testing.benchmarks.report.Progress;
import io.orderflow.testing.benchmarks.servers.Cpu;
import io.orderflow.testing.benchmarks.servers.Servers;
import io.orderflow.testing.benchmarks.servers.StatementStatistics;
import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.process.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** One contestant at work, on a database of its own and the orders of this run. Not thread safe. */
final class Execution implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    /** Shorter than a consumer may be silent. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(9);

    private static final Duration LONGEST_STALL = Duration.ofSeconds(60);
    private static final long BETWEEN_LOOKS_NANOS = 20_000_000L;

    private final Servers servers;
    private final Contestant contestant;
    private final Progress progress;
    private final ConsumerGroup group;
    private final Feed feed;
    private final Path log;
    private final SingleConnectionDataSource connection;
    private final StatementStatistics statistics;
    private final ChildJvm jvm;
    private long fed;

    private Execution(Servers servers, Contestant contestant, String run, Progress progress) throws Exception {
        this.servers = servers;
        this.contestant = contestant;
        this.progress = progress;
        group = new ConsumerGroup(servers.bootstrapServers(), contestant.consumerGroup());
        group.beginAtEnd();
        feed = new Feed(servers.bootstrapServers(), run + ", " + contestant.name());
        log = Files.createTempFile("orderflow-bench-", ".log");
        TestDatabase database = servers.newDatabase();
        connection = new SingleConnectionDataSource(database.url(), database.user(), database.password(), true);
        statistics = new StatementStatistics(database);
        jvm = contestant.start(servers, database, log);
    }

    /** Returns once it consumes. */
    static Execution start(Servers servers, Contestant contestant, String run, Progress progress) throws Exception {
        Execution execution = new Execution(servers, contestant, run, progress);
        try {
            execution.awaitConsumers();
            return execution;
        } catch (IllegalStateException e) {
            execution.close();
            throw e;
        }
    }

    /** Lets it do something that counts nowhere; returns when it is done. */
    void apply(List<Step> steps) throws ExecutionException, InterruptedException {
        feed.send(feed.recordsOf(steps));
        fed += steps.size();
        awaitCommitted(steps.size());
    }

    /** Publishes in time; returns when all is done, with the moment at which each event was published. */
    Map<UUID, Long> follow(List<Step> steps, double ordersPerSecond) throws ExecutionException, InterruptedException {
        var published = feed.sendInTime(steps, ordersPerSecond);
        fed += steps.size();
        awaitCommitted(steps.size());
        return published;
    }

    /**
     * Takes the time over a backlog that is complete before the contestant sees any of it: it is stopped meanwhile. The
     * planner knows the tables as they are then, as autovacuum would have told it in the long run.
     */
    Measured measure(List<Step> steps) throws ExecutionException, InterruptedException {
        jdbc().sql(CorrelationSql.ANALYZE).update();
        var records = feed.recordsOf(steps);
        statistics.reset();
        long stoppedAt = System.nanoTime();
        jvm.pause();
        feed.send(records);
        fed += steps.size();
        Cpu before = servers.cpu(jvm.pid());
        long startedAt = System.nanoTime();
        jvm.resume();
        if (startedAt - stoppedAt > LONGEST_STOP.toNanos()) {
            throw new IllegalStateException("the broker was too slow: the consumers have lost their partitions");
        }
        awaitCommitted(steps.size());
        double seconds = (System.nanoTime() - startedAt) / 1e9;
        return new Measured(steps.size(), seconds, servers.cpu(jvm.pid()).since(before), statistics.asked());
    }

    /** @throws IllegalStateException unless its books say that everything so far had its effect once */
    void requireHandledOnce() {
        contestant.requireHandledOnce(jdbc(), fed);
    }

    JdbcClient jdbc() {
        return JdbcClient.create(connection);
    }

    /** What took the database longest since the last measurement began. */
    List<StatementStatistics.Statement> longestStatements() {
        return statistics.longest();
    }

    private void awaitConsumers() throws ExecutionException, InterruptedException {
        long startedAt = System.nanoTime();
        while (!group.isAssigned()) {
            requireAlive();
            if (System.nanoTime() - startedAt > LONGEST_START.toNanos()) {
                throw new IllegalStateException(contestant.name() + " does not consume; see " + log);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
    }

    private void awaitCommitted(int events) throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> ends = group.ends();
        long movedAt = System.nanoTime();
        long lag = group.lag(ends);
        while (lag > 0) {
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
            long now = group.lag(ends);
            if (now < lag) {
                movedAt = System.nanoTime();
            } else if (System.nanoTime() - movedAt > LONGEST_STALL.toNanos()) {
                throw new IllegalStateException(
                        "%s stands still, %d events before the end; see %s".formatted(contestant.name(), now, log));
            }
            requireAlive();
            lag = now;
            progress.at(events - lag, events);
        }
    }

    private void requireAlive() {
        if (!jvm.isAlive()) {
            throw new IllegalStateException(
                    "%s ended with %d; see %s".formatted(contestant.name(), jvm.exitCode(), log));
        }
    }

    /** The log goes; what failed before keeps it. */
    void succeed() throws IOException {
        Files.delete(log);
    }

    @Override
    public void close() {
        jvm.close();
        statistics.close();
        connection.close();
        feed.close();
        group.close();
    }
}
