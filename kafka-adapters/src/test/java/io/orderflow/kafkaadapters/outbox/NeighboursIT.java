package io.orderflow.kafkaadapters.outbox;

import static io.orderflow.kafkaadapters.outbox.OutboxNode.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.kafkaadapters.TestEvents;
import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two nodes with a slow poll: what one of them appends, the other publishes soon nevertheless. */
class NeighboursIT {

    private static final Duration POLL = Duration.ofSeconds(8);
    private static final Duration QUICK = Duration.ofSeconds(2);

    private final TestDatabase database = TestPostgres.newDatabase();

    @Test
    void rouseEachOtherAndSurviveTheLossOfTheirConnection() {
        String poll = "outbox.poll=" + POLL.toSeconds() + "s";
        try (OutboxNode first = OutboxNode.start(database, poll, "outbox.lease=8s");
                OutboxNode second = OutboxNode.start(database, poll, "outbox.lease=8s")) {
            await().atMost(Duration.ofSeconds(60)).until(() -> shardsOf(second) == 16 && shardsOf(first) == 16);
            await().atMost(SOON).until(() -> second.bean(ShardLease.class).othersAlive());

            for (int i = 0; i < 5; i++) {
                assertThat(publishedBySecondWithin(first, second, QUICK))
                        .as("try %d", i)
                        .isTrue();
            }

            first.jdbc()
                    .sql("select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where query ilike 'listen %' and datname = current_database()")
                    .query()
                    .listOfRows();
            assertThat(publishedBySecondWithin(first, second, POLL.plus(QUICK)))
                    .as("by the poll")
                    .isTrue();
            await().atMost(SOON).until(() -> listeners(first) == 2);
            assertThat(publishedBySecondWithin(first, second, QUICK))
                    .as("listening again")
                    .isTrue();
        }
    }

    /** Appends on the first node to a shard of the second. */
    private static boolean publishedBySecondWithin(OutboxNode first, OutboxNode second, Duration time) {
        int shard = first.jdbc()
                .sql("select shard from outbox_shard where owner = :owner limit 1")
                .param("owner", second.bean(ShardLease.class).owner())
                .query(Integer.class)
                .single();
        String key = IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> UUID.randomUUID().toString())
                .filter(candidate -> OutboxRow.shardOf(candidate) == shard)
                .findFirst()
                .orElseThrow();
        first.append(TestEvents.TOPIC, key, "x");
        long deadline = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < deadline) {
            if (first.count("outbox_event") == 0) {
                return true;
            }
        }
        return false;
    }

    private static long shardsOf(OutboxNode node) {
        return node.jdbc()
                .sql("select count(*) from outbox_shard where owner = :owner")
                .param("owner", node.bean(ShardLease.class).owner())
                .query(Long.class)
                .single();
    }

    private static long listeners(OutboxNode node) {
        return node.jdbc()
                .sql("select count(*) from pg_stat_activity"
                        + " where query ilike 'listen %' and datname = current_database()")
                .query(Long.class)
                .single();
    }
}
