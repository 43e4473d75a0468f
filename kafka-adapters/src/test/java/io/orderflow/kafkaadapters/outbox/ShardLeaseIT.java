package io.orderflow.kafkaadapters.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.kafkaadapters.LibraryNode;
import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A relay that was frozen past its lease: sends nothing more, and cannot acknowledge what it sent before. */
class ShardLeaseIT {

    private static final Duration LEASE = Duration.ofSeconds(10);

    private final TestDatabase database = TestPostgres.newDatabase();
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void fencesAFrozenOwner() {
        JdbcClient jdbc = migrated();
        jdbc.sql(
                        "insert into outbox_event (shard, topic, partition_key, event_type, headers, value, is_envelope, created_at)"
                                + " values (1, 't', 'k', 'E', '{}', '', false, now())")
                .update();
        OutboxStore store = new OutboxStore(jdbc);
        Acknowledgement acknowledgement = new Acknowledgement(jdbc, false);
        ShardLease frozen = new ShardLease(jdbc, "frozen", LEASE, nanos::get);
        Map<Integer, Long> epochs = frozen.owned();
        List<OutboxRow> inFlight = store.next(new ReadPlan(10).next(epochs.keySet()), Set.of());
        assertThat(epochs).hasSize(OutboxRow.SHARDS);
        assertThat(inFlight).hasSize(1);

        jdbc.sql("update outbox_shard set lease_until = clock_timestamp() - interval '1 second'")
                .update();
        jdbc.sql("update outbox_relay set alive_until = clock_timestamp() - interval '1 second'")
                .update();
        ShardLease heir = new ShardLease(jdbc, "heir", LEASE, () -> 0L);
        Map<Integer, Long> inherited = heir.owned();
        assertThat(inherited).hasSize(OutboxRow.SHARDS).allSatisfy((shard, epoch) -> assertThat(epoch)
                .isGreaterThan(epochs.get(shard)));

        acknowledgement.start(inFlight, epochs, frozen.owner());
        acknowledgement.await();
        assertThat(store.next(new ReadPlan(10).next(Set.of(1)), Set.of()))
                .as("not acknowledged by the frozen owner")
                .hasSize(1);
        nanos.addAndGet(LEASE.toNanos());
        assertThat(frozen.owned()).as("nothing left to own").isEmpty();
        acknowledgement.start(inFlight, inherited, heir.owner());
        acknowledgement.await();
        assertThat(store.next(new ReadPlan(10).next(Set.of(1)), Set.of())).isEmpty();
    }

    @Test
    void tidiesUpAfterTheDeadAndLeavesTheLivingAlone() {
        JdbcClient jdbc = migrated();
        ShardLease dead = new ShardLease(jdbc, "dead", LEASE, nanos::get);
        dead.owned();
        jdbc.sql("update outbox_shard set lease_until = clock_timestamp() - interval '1 minute'")
                .update();
        jdbc.sql("update outbox_relay set alive_until = clock_timestamp() - interval '1 minute'")
                .update();
        jdbc.sql("update outbox_shard set owner = 'alive', lease_until = clock_timestamp() where shard = 7")
                .update();

        new LeaseReaper(jdbc, LEASE).run();

        assertThat(jdbc.sql("select owner from outbox_shard where owner is not null")
                        .query(String.class)
                        .list())
                .containsExactly("alive");
        assertThat(jdbc.sql("select owner from outbox_relay")
                        .query(String.class)
                        .list())
                .isEmpty();
        nanos.addAndGet(LEASE.toNanos());
        assertThat(dead.owned().get(0)).as("a new epoch even for the old owner").isEqualTo(2);
    }

    private JdbcClient migrated() {
        try (LibraryNode node = LibraryNode.start(database)) {
            assertThat(node.count("select count(*) from outbox_shard")).isEqualTo(OutboxRow.SHARDS);
        }
        JdbcClient jdbc =
                JdbcClient.create(new DriverManagerDataSource(database.url(), database.user(), database.password()));
        jdbc.sql("update outbox_shard set epoch = 0").update();
        return jdbc;
    }
}
