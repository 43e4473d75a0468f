package io.orderflow.kafkaadapters.outbox;

import static io.orderflow.kafkaadapters.outbox.OutboxNode.SOON;
import static io.orderflow.kafkaadapters.outbox.OutboxNode.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.kafkaadapters.TestEvents;
import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** No broker answers: nothing is parked, nothing is lost, the lease stays, a stop stays quick. */
class BrokerAwayIT {

    private final TestDatabase database = TestPostgres.newDatabase();
    private final String key = "key-" + UUID.randomUUID();

    @Test
    void keepsRowsAndLeaseAndGoesOnWhenTheBrokerIsBack() throws IOException {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            try (OutboxNode node = OutboxNode.start(
                    database, "bootstrap-servers=localhost:" + deaf.getLocalPort(), "outbox.lease=4s")) {
                node.append(TestEvents.TOPIC, key, "1", "2");
                String owner = node.bean(ShardLease.class).owner();
                await().during(Duration.ofSeconds(10))
                        .atMost(Duration.ofSeconds(15))
                        .until(() -> node.jdbc()
                                        .sql("select count(*) from outbox_shard where owner = :owner and epoch = 1"
                                                + " and lease_until > clock_timestamp()")
                                        .param("owner", owner)
                                        .query(Long.class)
                                        .single()
                                == OutboxRow.SHARDS);
                assertThat(node.count("outbox_event")).isEqualTo(2);
                assertThat(node.count("outbox_parked")).isZero();
                assertThat(node.meters()
                                .get("orderflow.outbox.failures")
                                .tag("failure.class", "transient_infrastructure")
                                .counter()
                                .count())
                        .isPositive();
                assertThat(node.meters()
                                .get("orderflow.outbox.broker.errors")
                                .counter()
                                .count())
                        .isPositive();
            }
        }
        try (OutboxNode node = OutboxNode.start(database)) {
            node.awaitEmptyOutbox();
            assertThat(published(TestEvents.TOPIC, key)).containsExactly("1", "2");
            await().atMost(SOON)
                    .until(() ->
                            node.meters().find("kafka.producer.batch.size.avg").gauge() != null);
            assertThat(node.meters().find("kafka.producer.compression.rate.avg").gauge())
                    .isNotNull();
        }
    }

    @Test
    void flushesAndLeavesItsShardsToOthersWhenItStops() {
        OutboxNode node = OutboxNode.start(database);
        node.append(TestEvents.TOPIC, key, "1");
        await().atMost(SOON).until(() -> published(TestEvents.TOPIC, key).size() == 1);
        node.close();
        try (OutboxNode next = OutboxNode.start(database, "outbox.lease=60s")) {
            next.append(TestEvents.TOPIC, key, "2");
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(published(TestEvents.TOPIC, key))
                    .containsExactly("1", "2"));
            assertThat(next.count("outbox_relay")).isEqualTo(1);
        }
    }
}
