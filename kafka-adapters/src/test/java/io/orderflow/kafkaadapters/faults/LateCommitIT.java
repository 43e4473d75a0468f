package io.orderflow.kafkaadapters.faults;

import static org.awaitility.Awaitility.await;

import io.orderflow.kafkaadapters.TestEvents;
import io.orderflow.kafkaadapters.faults.Evidence.Published;
import io.orderflow.testing.support.kafka.TestKafka;
import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A transaction takes its numbers first and commits last. A relay that remembers how far it has read never sees it. */
class LateCommitIT {

    private final TestDatabase database = TestPostgres.newDatabase();
    private final CountDownLatch numbered = new CountDownLatch(1);
    private final CountDownLatch mayCommit = new CountDownLatch(1);

    /** Publishes what it sees now; null stands for the library's own relay. */
    private interface Relay {
        void pass(JdbcClient jdbc);
    }

    @BeforeEach
    void begin() {
        CatalogTopics.createEmpty();
    }

    @Test
    void isPublishedAndItsKeyStaysInOrder() {
        try (FaultNode node =
                FaultNode.on(database, TestKafka.bootstrapServers()).start()) {
            Set<UUID> committed = commitLate(node, null);
            await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> check(committed));
        }
    }

    @Test
    void isLostByARelayWithACursor() {
        long[] cursor = {0};
        Relay withCursor = jdbc -> OutboxRecords.after(cursor[0], jdbc).forEach(row -> {
            TestKafka.sendAll(List.of(row.record()));
            cursor[0] = row.id();
        });
        try (FaultNode node =
                FaultNode.on(database, TestKafka.bootstrapServers()).dormant().start()) {
            Set<UUID> committed = commitLate(node, withCursor);
            withCursor.pass(node.jdbc());
            Evidence.assertBroken(() -> check(committed));
        }
    }

    /** Another order overtakes the late transaction; a second event of the late one's order waits for it. */
    private Set<UUID> commitLate(FaultNode node, @Nullable Relay relay) {
        List<String> orders = Business.newOrders(2);
        CompletableFuture<List<UUID>> late = CompletableFuture.supplyAsync(() -> appendAndLinger(node, orders.get(0)));
        Waiting.forLatch(numbered);
        List<UUID> overtaking = Business.append(node, orders.subList(1, 2));
        CompletableFuture<List<UUID>> behind =
                CompletableFuture.supplyAsync(() -> Business.append(node, orders.subList(0, 1)));
        if (relay != null) {
            relay.pass(node.jdbc());
        }
        await().atMost(Duration.ofMinutes(2)).until(() -> published().stream()
                .anyMatch(record -> record.eventId().equals(overtaking.get(0))));
        mayCommit.countDown();
        return Stream.of(late.join(), overtaking, behind.join())
                .flatMap(List::stream)
                .collect(Collectors.toSet());
    }

    private List<UUID> appendAndLinger(FaultNode node, String order) {
        return node.transaction().execute(transaction -> {
            UUID id = node.outbox().append(TestEvents.lineReleased(order, 1, null));
            // Registered after the outbox, so it comes after the rows are written.
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    numbered.countDown();
                    Waiting.forLatch(mayCommit);
                }
            });
            return List.of(id);
        });
    }

    private static void check(Set<UUID> committed) {
        Evidence.assertAllPublished(committed, published());
        Evidence.assertPublishedInOrder(published());
    }

    private static List<Published> published() {
        return Evidence.published(TestKafka.records(TestEvents.TOPIC));
    }
}
