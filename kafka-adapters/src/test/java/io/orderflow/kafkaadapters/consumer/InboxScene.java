package io.orderflow.kafkaadapters.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.orderflow.kafkaadapters.ConsumerGroups;
import io.orderflow.kafkaadapters.LibraryNode;
import io.orderflow.kafkaadapters.TestEvents;
import io.orderflow.kafkaadapters.envelope.EnvelopeCodec;
import io.orderflow.kafkaadapters.envelope.EventEnvelope;
import io.orderflow.testing.support.kafka.TestKafka;
import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A node with one recording handler, and what a test sends to it and sees of it. */
final class InboxScene implements AutoCloseable {

    static final EnvelopeCodec CODEC = new EnvelopeCodec();
    static final String GROUP_PREFIX = "test.";

    private final TestDatabase database = TestPostgres.newDatabase();
    private final RecordingHandler handler;
    private final LibraryNode node;

    private InboxScene(Map<String, Object> settings) {
        handler = new RecordingHandler(GROUP_PREFIX + UUID.randomUUID() + ".consumer");
        LibraryNode.createTopics();
        ConsumerGroups.startAtTheEnd(group(), TestEvents.TOPIC);
        node = LibraryNode.start(database, Set.of("orchestration-service"), settings, handler);
        handler.useDatabase(node.jdbc());
    }

    static InboxScene open() {
        return new InboxScene(Map.of());
    }

    static InboxScene open(Map<String, Object> settings) {
        return new InboxScene(settings);
    }

    /** Another node of the same service, with the same handler. */
    LibraryNode secondNode() {
        return LibraryNode.start(database, Set.of("orchestration-service"), Map.of(), handler);
    }

    RecordingHandler handler() {
        return handler;
    }

    LibraryNode node() {
        return node;
    }

    String group() {
        return handler.subscription().consumerGroup();
    }

    /** Line and version are the same number, so an effect tells which version caused it. */
    static ObjectNode event(String orderId, long version) {
        EventEnvelope<?> envelope = new EventEnvelope<>(
                UuidCreator.getTimeOrderedEpoch(),
                "OrderLineReleased",
                1,
                TestEvents.NOON,
                TestEvents.NOON,
                "orchestration-service",
                "tenant_demo",
                "OrderProcess",
                orderId,
                version,
                "corr_1",
                null,
                null,
                "schema://oms.orchestration.events/OrderLineReleased/1",
                new TestEvents.LineReleased(orderId, orderId + "-" + version, "process-1", TestEvents.NOON),
                Map.of());
        return CODEC.toJson(envelope);
    }

    static void send(ObjectNode event) {
        send(event, Map.of());
    }

    /** What the upkeep does every half minute. */
    void sweep() {
        node.bean(ConsumerAutoConfiguration.Consumptions.class).sweep();
    }

    /** Sweeps until it has had the effect. */
    void sweepWhen(Callable<Boolean> done) {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            sweep();
            return done.call();
        });
    }

    /** With the header that every record needs, unless the test says otherwise. */
    static void send(ObjectNode event, Map<String, String> headers) {
        Map<String, String> all =
                new HashMap<>(Map.of("tenantId", event.path("tenantId").asText()));
        all.putAll(headers);
        sendRaw(event.path("aggregateId").asText(), CODEC.toBytes(event), all);
    }

    static void sendRaw(String key, byte[] value, Map<String, String> headers) {
        TestKafka.send(TestEvents.TOPIC, key, value, headers);
    }

    void awaitOutcome(String outcome, long many) {
        awaitOutcome(outcome, many, Duration.ofSeconds(30));
    }

    void awaitOutcome(String outcome, long many, Duration patience) {
        await().atMost(patience).untilAsserted(() -> assertThat(outcomes()).containsEntry(outcome, many));
    }

    Map<String, Long> outcomes() {
        return counted("outcome");
    }

    Map<String, Long> codes() {
        return counted("code");
    }

    private Map<String, Long> counted(String column) {
        Map<String, Long> counts = new HashMap<>();
        node.jdbc()
                .sql("select %1$s, count(*) from inbox_event where %1$s is not null group by 1".formatted(column))
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }

    List<JsonNode> awaitDeadLetters(int many) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(deadLetters()).hasSize(many));
        return deadLetters();
    }

    List<JsonNode> deadLetters() {
        List<JsonNode> letters = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : TestKafka.records(TestEvents.DEAD_LETTERS)) {
            JsonNode letter = parsed(record.value());
            if (group().equals(letter.path("consumerGroup").asText())) {
                letters.add(letter);
            }
        }
        return letters;
    }

    double counter(String name, String... tags) {
        return node.meters().get(name).tag("consumer", group()).tags(tags).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    static JsonNode parsed(byte[] value) {
        try {
            return CODEC.parse(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        node.close();
    }
}
