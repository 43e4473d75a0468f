package io.orderflow.kafkaadapters.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.kafkaadapters.LibraryNode;
import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
        try (LibraryNode node = LibraryNode.start(database)) {
            assertThat(node.count("select count(*) from outbox_shard")).isEqualTo(OutboxRow.SHARDS);
        }
        JdbcClient jdbc =
                JdbcClient.create(new DriverManagerDataSource(database.url(), database.user(), database.password()));
        jdbc.sql(
                        "insert into outbox_event (shard, topic, partition_key, event_type, headers, value, is_envelope, created_at)"
                                + " values (1, 't', 'k', 'E', '{}', '', false, now())")
                .update();
        OutboxStore store = new OutboxStore(jdbc, Clock.systemUTC());
        ShardLease frozen = new ShardLease(jdbc, "frozen", LEASE, nanos::get);
        Map<Integer, Long> epochs = frozen.owned();
        List<OutboxRow> inFlight = store.next(epochs.keySet(), 10);
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

        store.acknowledge(inFlight, epochs, frozen.owner());
        assertThat(store.next(List.of(1), 10))
                .as("not acknowledged by the frozen owner")
                .hasSize(1);
        nanos.addAndGet(LEASE.toNanos());
        assertThat(frozen.owned()).as("nothing left to own").isEmpty();
        store.acknowledge(inFlight, inherited, heir.owner());
        assertThat(store.next(List.of(1), 10)).isEmpty();
    }
}
