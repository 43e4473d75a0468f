package io.orderflow.kafkaadapters.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.kafkaadapters.LibraryNode;
import io.orderflow.kafkaadapters.TestEvents;
import io.orderflow.kafkaadapters.catalog.EventCatalog;
import io.orderflow.kafkaadapters.catalog.SchemaViolation;
import io.orderflow.kafkaadapters.envelope.EnvelopeCodec;
import io.orderflow.kafkaadapters.envelope.EventHeaders;
import io.orderflow.testing.support.kafka.TestKafka;
import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class OutboxIT {

    private static final EnvelopeCodec CODEC = new EnvelopeCodec();
    private static TestDatabase database;
    private static LibraryNode node;

    private final String orderId = TestEvents.newOrderId();

    @BeforeAll
    static void start() {
        database = TestPostgres.newDatabase();
        node = LibraryNode.start(database);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void publishesWhatWasCommittedWithKeyHeadersAndTime() throws Exception {
        UUID id = node.transaction().execute(tx -> node.outbox().append(TestEvents.lineReleased(orderId, 1, null)));

        ConsumerRecord<String, byte[]> record = awaitRecords(1).get(0);
        JsonNode value = CODEC.parse(record.value());
        assertThat(value.path("eventId").asText()).isEqualTo(id.toString());
        assertThat(value.path("publishedAt").asText()).endsWith("Z");
        assertThat(value.path("producer").asText()).isEqualTo("orchestration-service");
        EventCatalog catalog = EventCatalog.load();
        assertThat(catalog.violations(catalog.newest("OrderLineReleased").orElseThrow(), value))
                .isEmpty();
        assertThat(EventHeaders.ALL)
                .allSatisfy(name ->
                        assertThat(record.headers().lastHeader(name)).as(name).isNotNull());
        assertThat(new String(record.headers().lastHeader("traceparent").value(), StandardCharsets.UTF_8))
                .matches("00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-01");
    }

    @Test
    void publishesNothingOfARolledBackTransaction() {
        node.transaction().executeWithoutResult(tx -> {
            node.outbox().append(TestEvents.lineReleased(orderId, 1, 1L));
            tx.setRollbackOnly();
        });
        node.transaction().executeWithoutResult(tx -> node.outbox().append(TestEvents.lineReleased(orderId, 2, 2L)));

        List<ConsumerRecord<String, byte[]>> records = awaitRecords(1);
        assertThat(records).hasSize(1);
        assertThat(versions(records)).containsExactly(2L);
    }

    @Test
    void ratherRollsBackThanLosesAnEventThatComesTooLate() {
        assertThatThrownBy(() -> node.transaction().executeWithoutResult(tx -> {
                    node.outbox().append(TestEvents.lineReleased(orderId, 1, 1L));
                    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                        @Override
                        public void beforeCommit(boolean readOnly) {
                            node.outbox().append(TestEvents.lineReleased(orderId, 2, 2L));
                        }
                    });
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Too late");
        append(TestEvents.lineReleased(orderId, 3, 3L));
        assertThat(versions(awaitRecords(1))).containsExactly(3L);
    }

    @Test
    void refusesWhatCannotBePublished() {
        assertThatThrownBy(() -> node.outbox().append(TestEvents.lineReleased(orderId, 1, 1L)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("transaction");
        OutgoingEvent good = TestEvents.lineReleased(orderId, 1, 1L);
        assertThatThrownBy(() -> append(with(good, "OrderCompleted", good.payload())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("belongs to order-service");
        assertThatThrownBy(() -> append(with(good, "OrderTeleported", good.payload())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("catalogue");
        assertThatThrownBy(() -> append(with(good, "OrderLineReleased", List.of())))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> append(with(
                        good,
                        "OrderLineReleased",
                        new TestEvents.LineReleased(orderId, "", "process-1", TestEvents.NOON))))
                .isInstanceOf(SchemaViolation.class)
                .hasMessageContaining("orderLineId");
    }

    @Test
    void countsVersionsWithoutGapsAcrossConcurrentTransactions() throws Exception {
        int threads = 4;
        int each = 50;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<? extends Future<?>> done = IntStream.range(0, threads)
                .mapToObj(thread -> pool.submit(() -> IntStream.range(0, each)
                        .forEach(i -> node.transaction().executeWithoutResult(tx -> {
                            node.outbox().append(TestEvents.lineReleased(orderId, i + 1, null));
                            node.outbox().append(TestEvents.lineReleased(orderId, i + 1, null));
                        }))))
                .toList();
        for (Future<?> future : done) {
            future.get();
        }
        pool.shutdown();

        List<Long> expected =
                LongStream.rangeClosed(1, 2L * threads * each).boxed().toList();
        assertThat(versions(awaitRecords(expected.size()))).containsExactlyElementsOf(expected);
    }

    @Test
    void publishesATransactionThatTookItsNumberFirstAndCommittedLast() throws Exception {
        String late = TestEvents.newOrderId();
        CountDownLatch inserted = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        ExecutorService pool = Executors.newSingleThreadExecutor();
        Future<?> lateCommit = pool.submit(() -> node.transaction().executeWithoutResult(tx -> {
            node.jdbc()
                    .sql(
                            "insert into outbox_event (shard, topic, partition_key, event_type, headers, value, is_envelope,"
                                    + " created_at) values (:shard, :topic, :key, 'OrderLineReleased', '{}',"
                                    + " convert_to('{\"late\":true}', 'UTF8'), false, now())")
                    .param("shard", OutboxRow.shardOf(late))
                    .param("topic", TestEvents.TOPIC)
                    .param("key", late)
                    .update();
            inserted.countDown();
            awaitUninterrupted(mayCommit);
        }));
        inserted.await();
        node.transaction().executeWithoutResult(tx -> node.outbox().append(TestEvents.lineReleased(orderId, 1, 1L)));
        awaitRecords(1);

        mayCommit.countDown();
        lateCommit.get();
        pool.shutdown();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(recordsOf(late)).hasSize(1));
    }

    @Test
    void parksWhatKafkaNeverTakesAndHoldsItsKey() {
        node.transaction().executeWithoutResult(tx -> {
            node.jdbc()
                    .sql(
                            "insert into outbox_event (shard, topic, partition_key, event_type, headers, value, is_envelope,"
                                    + " created_at) values (:shard, :topic, :key, 'OrderLineReleased', '{}',"
                                    + " decode(repeat('00', 9000000), 'hex'), false, now())")
                    .param("shard", OutboxRow.shardOf(orderId))
                    .param("topic", TestEvents.TOPIC)
                    .param("key", orderId)
                    .update();
            node.outbox().append(TestEvents.lineReleased(orderId, 1, 1L));
        });

        await().untilAsserted(() -> assertThat(node.jdbc()
                        .sql("select code from outbox_parked where partition_key = :key order by id")
                        .param("key", orderId)
                        .query(String.class)
                        .list())
                .containsExactly("record_too_large", "behind_parked"));
        assertThat(recordsOf(orderId)).isEmpty();
    }

    @Test
    void showsItsBacklogToWhoeverScrapes() {
        assertThat(node.meters().get("orderflow.outbox.pending").gauge().value())
                .isNotNegative();
        assertThat(node.meters().get("orderflow.outbox.oldest.age").gauge().value())
                .isNotNegative();
        assertThat(node.meters().get("orderflow.outbox.parked").gauge().value()).isNotNegative();
    }

    private UUID append(OutgoingEvent event) {
        return node.transaction().execute(tx -> node.outbox().append(event));
    }

    private static OutgoingEvent with(OutgoingEvent event, String type, Object payload) {
        return new OutgoingEvent(
                type,
                event.tenantId(),
                event.aggregateType(),
                event.aggregateId(),
                event.aggregateVersion(),
                event.occurredAt(),
                payload,
                event.origin());
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<ConsumerRecord<String, byte[]>> awaitRecords(int count) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(recordsOf(orderId)).hasSizeGreaterThanOrEqualTo(count));
        return recordsOf(orderId);
    }

    private static List<ConsumerRecord<String, byte[]>> recordsOf(String key) {
        return TestKafka.records(TestEvents.TOPIC).stream()
                .filter(record -> key.equals(record.key()))
                .toList();
    }

    private static List<Long> versions(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream().map(OutboxIT::version).toList();
    }

    private static long version(ConsumerRecord<String, byte[]> record) {
        try {
            return CODEC.parse(record.value()).path("aggregateVersion").asLong();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
