package io.orderflow.kafkaadapters.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class UpkeepIT {

    private static final Duration HOUR = Duration.ofHours(1);
    private static TestDatabase database;
    private static JdbcClient jdbc;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger runs = new AtomicInteger();

    @BeforeAll
    static void migrate() {
        database = TestPostgres.newDatabase();
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("classpath:db/migration/kafka_adapters")
                .load()
                .migrate();
        jdbc = JdbcClient.create(connection());
    }

    @BeforeEach
    void clean() {
        jdbc.sql("delete from upkeep_job").update();
    }

    @Test
    void runsOncePerIntervalHoweverManyNodesLook() throws Exception {
        int intervals = 2000;
        int nodes = 2;
        AtomicInteger atOnce = new AtomicInteger();
        AtomicBoolean overlapped = new AtomicBoolean();
        UpkeepJob job = UpkeepJob.of("job", HOUR, () -> {
            overlapped.compareAndSet(false, atOnce.incrementAndGet() > 1);
            runs.incrementAndGet();
            atOnce.decrementAndGet();
        });
        CyclicBarrier intervalBegins = new CyclicBarrier(nodes, UpkeepIT::intervalPasses);
        CyclicBarrier bothLooked = new CyclicBarrier(nodes);
        node(job).run();
        runs.set(0);
        ExecutorService pool = Executors.newFixedThreadPool(nodes);
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            UpkeepRound node = node(job);
            done.add(pool.submit(() -> {
                for (int interval = 0; interval < intervals; interval++) {
                    intervalBegins.await();
                    node.run();
                    node.run();
                    bothLooked.await();
                }
                return null;
            }));
        }
        for (Future<?> each : done) {
            each.get();
        }
        pool.shutdown();
        assertThat(runs).hasValue(intervals);
        assertThat(overlapped).isFalse();
    }

    @Test
    void leavesAJobAloneThatAnotherNodeRuns() {
        UpkeepJob elsewhere = UpkeepJob.of("job", Duration.ofMillis(10), runs::incrementAndGet);
        UpkeepRound other = node(elsewhere);
        UpkeepJob job = UpkeepJob.of("job", Duration.ofMillis(10), () -> {
            other.run();
            runs.incrementAndGet();
        });
        node(job).run();
        assertThat(runs).hasValue(1);
    }

    @Test
    void triesAFailedJobAgainAfterAGrowingPauseAndTells() {
        AtomicBoolean broken = new AtomicBoolean(true);
        UpkeepRound node = node(UpkeepJob.of("job", HOUR, () -> {
            runs.incrementAndGet();
            if (broken.get()) {
                throw new IllegalStateException("broken");
            }
        }));
        node.run();
        assertThat(dueInMillis()).isBetween(0L, 1000L);
        passes("1 second");
        node.run();
        assertThat(runs).hasValue(2);
        assertThat(dueInMillis()).isBetween(1000L, 2000L);
        broken.set(false);
        nanos.addAndGet(Duration.ofMinutes(5).toNanos());
        assertThat(age()).isGreaterThanOrEqualTo(300);
        passes("2 seconds");
        node.run();

        assertThat(count("failure")).isEqualTo(2);
        assertThat(count("success")).isEqualTo(1);
        assertThat(dueInMillis()).isGreaterThan(HOUR.toMillis() - 60_000);
        node.run();
        assertThat(age()).isLessThan(60);
    }

    @Test
    void callsTheJobOutsideOfItsOwnTransaction() {
        AtomicBoolean inTransaction = new AtomicBoolean(true);
        node(UpkeepJob.of(
                        "job",
                        HOUR,
                        () -> inTransaction.set(TransactionSynchronizationManager.isActualTransactionActive())))
                .run();
        assertThat(inTransaction).isFalse();
    }

    @Test
    void refusesTwoJobsOfOneName() {
        UpkeepJob job = UpkeepJob.of("job", HOUR, () -> {});
        assertThatThrownBy(() -> node(job, job))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("job");
    }

    private UpkeepRound node(UpkeepJob... jobs) {
        SingleConnectionDataSource connection = connection();
        return new UpkeepRound(
                List.of(jobs),
                new UpkeepStore(JdbcClient.create(connection), new JdbcTransactionManager(connection), nanos::get),
                new UpkeepMeters(meters, nanos::get, List.of(jobs)),
                nanos::get);
    }

    private static SingleConnectionDataSource connection() {
        return new SingleConnectionDataSource(database.url(), database.user(), database.password(), true);
    }

    private static void intervalPasses() {
        passes("1 hour");
    }

    private static void passes(String interval) {
        jdbc.sql("update upkeep_job set last_run_at = last_run_at - :interval::interval")
                .param("interval", interval)
                .update();
    }

    private static long dueInMillis() {
        return jdbc.sql(UpkeepSql.STATES)
                .param("names", new String[] {"job"})
                .param("millis", new long[] {HOUR.toMillis()})
                .param("retries", new long[] {1000})
                .query((row, number) -> (long) (row.getDouble("due_in") * 1000))
                .single();
    }

    private double age() {
        return meters.get("orderflow.upkeep.last.success.age").gauge().value();
    }

    private long count(String outcome) {
        return meters.get("orderflow.upkeep.runs")
                .tag("outcome", outcome)
                .timer()
                .count();
    }
}
