package io.orderflow.testing.benchmarks.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.bpmn.OrderFulfillmentProcess.Elements;
import io.orderflow.testing.benchmarks.correlation.OrderStream.Step;
import io.orderflow.testing.benchmarks.correlation.OrderStream.Waits;
import io.orderflow.testing.benchmarks.servers.Servers;
import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.process.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The packaged orchestration service is killed with SIGKILL at random moments while it works off a backlog, started again,
 * killed again: whatever the ledger says was applied has had its effect in the engine, and nothing else has. A start takes
 * some seconds, so the check of every change kills it a few times; {@code -Dkills=200} does so for half an hour.
 */
class KilledNodeIT {

    private static final Logger LOG = LoggerFactory.getLogger(KilledNodeIT.class);
    private static final int KILLS = Integer.getInteger("kills", 5);
    private static final int ORDERS_PER_KILL = 100;
    private static final long LONGEST_LIFE_NANOS = Duration.ofMillis(1_500).toNanos();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final PackagedService SERVICE = new PackagedService(
            "service",
            Contestants.builtService(),
            List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
            List.of("orderflow.kafka.consumer.max-poll-records=50"));

    private final Random random = new Random(20_261_124);

    private record Kill(long eventsBefore, boolean inTransaction) {}

    @Test
    void ledgerAndEngineAlwaysAgree() throws Exception {
        int orders = KILLS * ORDERS_PER_KILL;
        OrderStream stream = OrderStream.of(orders, new Waits(ORDERS_PER_KILL / 10, ORDERS_PER_KILL));
        Path log = Files.createTempFile("orderflow-killed-", ".log");
        try (Servers servers = Servers.startCounting(List.of());
                ConsumerGroup group = new ConsumerGroup(servers.bootstrapServers(), SERVICE.consumerGroup());
                Feed feed = new Feed(servers.bootstrapServers(), "killed")) {
            group.beginAtEnd();
            TestDatabase database = servers.newDatabase();
            JdbcClient jdbc = JdbcClient.create(
                    new DriverManagerDataSource(database.url(), database.user(), database.password()));
            List<Kill> kills = new ArrayList<>();
            for (int kill = 1; kill <= KILLS; kill++) {
                feed.send(feed.recordsOf(arriving(stream, kill)));
                kills.add(killInTheMiddle(servers, database, jdbc, group, log));
                assertLedgerAndEngineAgree(jdbc);
            }
            finish(servers, database, group, log, feed, stream);
            assertLedgerAndEngineAgree(jdbc);
            SERVICE.requireHandledOnce(jdbc, stream.steps().size());
            Remains.requireAllCompleted(jdbc, orders);
            LOG.warn(
                    "n = {} kills, {} of them inside a transaction, {} events of {} orders: ledger and engine agreed each time",
                    KILLS,
                    kills.stream().filter(Kill::inTransaction).count(),
                    stream.steps().size(),
                    orders);
            assertThat(kills).anyMatch(Kill::inTransaction);
        }
        Files.delete(log);
    }

    private static List<Step> arriving(OrderStream stream, int kill) {
        int from = (kill - 1) * ORDERS_PER_KILL;
        return stream.until(from + ORDERS_PER_KILL).stream()
                .filter(step -> step.at() >= from)
                .toList();
    }

    private Kill killInTheMiddle(Servers servers, TestDatabase database, JdbcClient jdbc, ConsumerGroup group, Path log)
            throws Exception {
        long before = handled(jdbc);
        try (ChildJvm node = SERVICE.start(servers, database, log)) {
            waitFor(node, log, () -> handled(jdbc) > before);
            LockSupport.parkNanos((long) (random.nextDouble() * LONGEST_LIFE_NANOS));
            Kill kill = new Kill(handled(jdbc) - before, isInTransaction(jdbc));
            node.kill();
            group.forgetMembers();
            return kill;
        }
    }

    private static void finish(
            Servers servers, TestDatabase database, ConsumerGroup group, Path log, Feed feed, OrderStream stream)
            throws Exception {
        feed.send(feed.recordsOf(stream.after(KILLS * ORDERS_PER_KILL)));
        Map<TopicPartition, Long> ends = group.ends();
        try (ChildJvm node = SERVICE.start(servers, database, log)) {
            waitFor(node, log, () -> group.lag(ends) == 0);
        }
    }

    private static void waitFor(ChildJvm node, Path log, Callable<Boolean> condition) {
        await("the service to work, see " + log)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    assertThat(node.isAlive())
                            .as("the service lives, see %s", log)
                            .isTrue();
                    return condition.call();
                });
    }

    /** Before the first start there is no ledger. */
    private static long handled(JdbcClient jdbc) {
        boolean exists = jdbc.sql("select to_regclass('inbox_event') is not null")
                .query(Boolean.class)
                .single();
        return exists
                ? jdbc.sql("select count(*) from inbox_event").query(Long.class).single()
                : 0;
    }

    private static boolean isInTransaction(JdbcClient jdbc) {
        return jdbc.sql(
                        """
                        select exists (select 1 from pg_stat_activity
                                        where datname = current_database() and backend_xid is not null
                                          and pid <> pg_backend_pid() and backend_type = 'client backend')
                        """)
                .query(Boolean.class)
                .single();
    }

    /** Order by order, in both directions, in one statement, hence at one moment. */
    private static void assertLedgerAndEngineAgree(JdbcClient jdbc) {
        List<Map<String, Object>> differences = jdbc.sql(
                        """
                        with ledger as (
                          select aggregate_id as order_id,
                                 count(*) filter (where event_type = 'OrderCaptured') as started,
                                 count(*) filter (where event_type = 'OrderLineFulfillmentCompleted') as fulfilled,
                                 count(*) filter (where event_type = 'OrderCompleted') as ended
                            from inbox_event
                           where consumer = :consumer and outcome = 'APPLIED'
                           group by aggregate_id),
                        engine as (
                          select business_key_ as order_id, count(*) as started,
                                 coalesce(sum((select count(*) from act_hi_actinst as line
                                                where line.proc_inst_id_ = instance.id_
                                                  and line.act_id_ = :await
                                                  and line.end_time_ is not null)), 0) as fulfilled,
                                 count(instance.end_time_) as ended
                            from act_hi_procinst as instance
                           group by business_key_)
                        select * from ledger full join engine using (order_id)
                         where (ledger.started, ledger.fulfilled, ledger.ended)
                               is distinct from (engine.started, engine.fulfilled, engine.ended)
                         limit 5
                        """)
                .param("consumer", SERVICE.consumerGroup())
                .param("await", Elements.AWAIT_FULFILMENT)
                .query()
                .listOfRows();
        assertThat(differences).isEmpty();
    }
}
