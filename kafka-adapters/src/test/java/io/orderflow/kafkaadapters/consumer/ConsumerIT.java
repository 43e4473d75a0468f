package io.orderflow.kafkaadapters.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.kafkaadapters.LibraryNode;
import io.orderflow.kafkaadapters.TestEvents;
import io.orderflow.kafkaadapters.envelope.EnvelopeCodec;
import io.orderflow.kafkaadapters.envelope.EventEnvelope;
import io.orderflow.kafkaadapters.envelope.EventOrigin;
import io.orderflow.testing.support.kafka.TestKafka;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsumerIT {

    private static final EnvelopeCodec CODEC = new EnvelopeCodec();

    private final String orderId = TestEvents.newOrderId();
    private final RecordingHandler handler = new RecordingHandler("test." + UUID.randomUUID() + ".consumer");
    private final Map<Integer, Long> before = new HashMap<>();
    private LibraryNode node;

    @BeforeEach
    void start() {
        node = LibraryNode.start(TestPostgres.newDatabase(), handler);
        TestKafka.records(TestEvents.TOPIC).forEach(record -> before.put(record.partition(), record.offset() + 1));
        handler.useDatabase(node.jdbc());
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void appliesEachEventOnceHoweverOftenItIsDelivered() {
        List<ObjectNode> events =
                IntStream.rangeClosed(1, 300).mapToObj(this::event).toList();
        events.forEach(event -> send(event, Map.of()));
        events.forEach(event -> send(event, Map.of()));
        awaitOutcomes("APPLIED", 300);
        assertThat(handler.effects(orderId)).isEqualTo(300);
        await().untilAsserted(() -> assertThat(node.meters()
                        .get("orderflow.inbox.duplicates")
                        .tag("consumer", handler.subscription().consumerGroup())
                        .counter()
                        .count())
                .isEqualTo(300));
        assertThat(node.meters()
                        .get("orderflow.inbox.event.age")
                        .tag("consumer", handler.subscription().consumerGroup())
                        .timer()
                        .count())
                .as("only effects have an age")
                .isEqualTo(node.count("select count(*) from inbox_event where outcome = 'APPLIED'"));
    }

    @Test
    void narrowsAPoisonedBatchDownToTheOneEventAndAppliesItsNeighbours() throws IOException {
        handler.failOn(orderId + "-50");
        IntStream.rangeClosed(1, 100).forEach(line -> send(event(line), Map.of()));
        awaitOutcomes("APPLIED", 99);
        awaitOutcomes("DEAD_LETTER", 1);
        assertThat(handler.effects(orderId)).isEqualTo(99);
        JsonNode letter = awaitDeadLetters(1).get(0);
        assertThat(letter.path("errorClass").asText()).isEqualTo("handler_failed");
        assertThat(letter.path("originalRecord").path("value").asText()).contains(orderId + "-50");
    }

    @Test
    void triesAgainInPlaceWhileInfrastructureIsBrokenAndSkipsNothing() {
        handler.breakInfrastructure(3);
        IntStream.rangeClosed(1, 20).forEach(line -> send(event(line), Map.of()));
        awaitOutcomes("APPLIED", 20);
        assertThat(handler.effects(orderId)).isEqualTo(20);
        assertThat(handler.remainingBreakages()).isZero();
        assertThat(outcomes()).doesNotContainKey("DEAD_LETTER");
    }

    @Test
    void storesWhatTheHandlerDecided() {
        handler.decide(orderId + "-1", RecordingHandler.IGNORE);
        handler.decide(orderId + "-2", RecordingHandler.FAIL);
        send(event(1), Map.of());
        send(event(2), Map.of());
        awaitOutcomes("IGNORED", 1);
        awaitOutcomes("DEAD_LETTER", 1);
        assertThat(codes()).containsEntry("unknown_aggregate", 1L);
    }

    @Test
    void givesEachBrokenRecordItsReasonAndGoesOn() throws IOException {
        raw("not json", Map.of());
        raw("[1,2]", Map.of());
        raw("{\"eventType\":\"A\",\"eventType\":\"B\"}", Map.of());
        TestKafka.send(TestEvents.TOPIC, orderId, (byte[]) null, Map.of());
        TestKafka.send(TestEvents.TOPIC, "another-key", CODEC.toBytes(event(1)), Map.of());
        send(event(1).put("eventType", "OrderTeleported"), Map.of());
        send(event(1).put("eventVersion", 7), Map.of());
        ObjectNode invalid = event(1);
        ((ObjectNode) invalid.path("payload")).remove("orderLineId");
        send(invalid, Map.of());
        send(event(1), Map.of("eventType", "OrderCancelled"));
        send(event(1).put("tenantId", "tenant_foreign"), Map.of());
        TestKafka.send(TestEvents.TOPIC, orderId, new byte[] {'"', (byte) 0xff, '"'}, Map.of());
        send(event(9), Map.of());

        awaitOutcomes("APPLIED", 1);
        awaitOutcomes("DEAD_LETTER", 11);
        assertThat(codes())
                .containsEntry("malformed", 4L)
                .containsEntry("null_payload", 1L)
                .containsEntry("key_mismatch", 1L)
                .containsEntry("unsupported_type", 1L)
                .containsEntry("unsupported_version", 1L)
                .containsEntry("schema_invalid", 1L)
                .containsEntry("header_mismatch", 1L)
                .containsEntry("tenant_mismatch", 1L);
        assertThat(awaitDeadLetters(10))
                .allSatisfy(letter -> {
                    assertThat(letter.path("sourceTopic").asText()).isEqualTo(TestEvents.TOPIC);
                    assertThat(letter.path("errorMessage").asText()).isNotBlank();
                    assertThat(letter.path("attemptCount").asInt()).isEqualTo(1);
                })
                .anySatisfy(letter -> assertThat(
                                letter.path("originalRecord").path("encoding").asText())
                        .isEqualTo("base64"));
    }

    @Test
    void ignoresHeadersThatFrameworksWouldObey() {
        send(
                event(1),
                Map.of(
                        "retry_topic-backoff-timestamp", "99999999999999999",
                        "spring_json_header_types", "{\"x\":\"java.net.InetAddress\"}",
                        "__TypeId__", "java.lang.Runtime"));
        awaitOutcomes("APPLIED", 1);
    }

    private ObjectNode event(int line) {
        EventEnvelope<?> envelope = new EventEnvelope<>(
                UUID.randomUUID(),
                "OrderLineReleased",
                1,
                TestEvents.NOON,
                TestEvents.NOON,
                "orchestration-service",
                "tenant_demo",
                "OrderProcess",
                orderId,
                line,
                "corr_1",
                null,
                null,
                "schema://oms.orchestration.events/OrderLineReleased/1",
                new TestEvents.LineReleased(orderId, orderId + "-" + line, "process-1", TestEvents.NOON),
                new EventOrigin("corr_1", null, null, Map.of()).metadata());
        return CODEC.toJson(envelope);
    }

    private void send(ObjectNode event, Map<String, String> headers) {
        TestKafka.send(TestEvents.TOPIC, orderId, CODEC.toBytes(event), headers);
    }

    private void raw(String value, Map<String, String> headers) {
        TestKafka.send(TestEvents.TOPIC, orderId, value.getBytes(StandardCharsets.UTF_8), headers);
    }

    private void awaitOutcomes(String outcome, long many) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(outcomes()).containsEntry(outcome, many));
    }

    /** Of this test's records only; the topic holds those of other tests as well. */
    private Map<String, Long> outcomes() {
        Map<String, Long> outcomes = new HashMap<>();
        node.jdbc()
                .sql("select kafka_partition, kafka_offset, outcome from inbox_event")
                .query(row -> {
                    if (row.getLong(2) >= before.getOrDefault(row.getInt(1), 0L)) {
                        outcomes.merge(row.getString(3), 1L, Long::sum);
                    }
                });
        return outcomes;
    }

    private Map<String, Long> codes() {
        Map<String, Long> codes = new HashMap<>();
        node.jdbc()
                .sql("select kafka_partition, kafka_offset, code from inbox_event where code is not null")
                .query(row -> {
                    if (row.getLong(2) >= before.getOrDefault(row.getInt(1), 0L)) {
                        codes.merge(row.getString(3), 1L, Long::sum);
                    }
                });
        return codes;
    }

    private List<JsonNode> awaitDeadLetters(int many) throws IOException {
        String group = handler.subscription().consumerGroup();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(deadLetters(group)).hasSizeGreaterThanOrEqualTo(many));
        return deadLetters(group);
    }

    private List<JsonNode> deadLetters(String group) throws IOException {
        List<JsonNode> letters = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : TestKafka.records(TestEvents.DEAD_LETTERS)) {
            JsonNode letter = CODEC.parse(record.value());
            long firstOfThisTest =
                    before.getOrDefault(letter.path("sourcePartition").asInt(), 0L);
            if (group.equals(letter.path("consumerGroup").asText())
                    && letter.path("sourceOffset").asLong() >= firstOfThisTest) {
                letters.add(letter);
            }
        }
        return letters;
    }
}
