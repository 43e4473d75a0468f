package io.orderflow.kafkaadapters.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.kafkaadapters.TestEvents;
import io.orderflow.testing.support.kafka.BrokerProcess;
import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The broker dies while events are being appended, and comes back. */
class BrokerOutageIT {

    private static final int EVENTS = 100;

    private final TestDatabase database = TestPostgres.newDatabase();
    private final TestDatabase other = TestPostgres.newDatabase();

    @Test
    void delaysAndLosesNothingBecauseAnOutageCountsAsNoAttempt() {
        try (BrokerProcess broker = BrokerProcess.start()) {
            CatalogTopics.createOn(broker);
            try (FaultNode node =
                            FaultNode.on(database, broker.bootstrapServers()).start();
                    FaultNode worse = FaultNode.on(other, broker.bootstrapServers())
                            .dormant()
                            .start();
                    AttemptCountingRelay relay = new AttemptCountingRelay(worse.jdbc(), broker.bootstrapServers())) {
                List<String> orders = Business.newOrders(EVENTS);
                List<UUID> ids = new ArrayList<>(Business.append(node, orders));
                List<UUID> lost = new ArrayList<>(Business.append(worse, orders));
                relay.passUntilNothingIsLeft();
                awaitPending(node, 0);

                broker.kill();
                ids.addAll(Business.append(node, orders));
                lost.addAll(Business.append(worse, orders));
                relay.passUntilNothingIsLeft();
                assertThat(relay.givenUp()).isEqualTo(EVENTS);
                assertThat(pending(node)).as("kept during the outage").isEqualTo(EVENTS);

                broker.startAgain();
                awaitPending(node, 0);
                relay.passUntilNothingIsLeft();
                assertThat(parked(node)).isZero();
                check(ids, broker);
                Evidence.assertPublishedInOrder(Evidence.published(broker.records(TestEvents.TOPIC)).stream()
                        .filter(record -> ids.contains(record.eventId()))
                        .toList());
                Evidence.assertBroken(() -> check(lost, broker));
            }
        }
    }

    private static void check(List<UUID> appended, BrokerProcess broker) {
        Evidence.assertAllPublished(appended, Evidence.published(broker.records(TestEvents.TOPIC)));
    }

    private static void awaitPending(FaultNode node, long rows) {
        await().atMost(Duration.ofMinutes(2)).until(() -> pending(node) == rows);
    }

    private static long pending(FaultNode node) {
        return node.jdbc()
                .sql("select count(*) from outbox_event")
                .query(Long.class)
                .single();
    }

    private static long parked(FaultNode node) {
        return node.jdbc()
                .sql("select count(*) from outbox_parked")
                .query(Long.class)
                .single();
    }
}
