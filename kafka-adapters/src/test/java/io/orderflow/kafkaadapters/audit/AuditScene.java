package io.orderflow.kafkaadapters.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.orderflow.kafkaadapters.LibraryNode;
import io.orderflow.kafkaadapters.catalog.EventCatalog;
import io.orderflow.kafkaadapters.catalog.EventDefinition;
import io.orderflow.kafkaadapters.envelope.EnvelopeCodec;
import io.orderflow.kafkaadapters.topics.TopicCatalog;
import io.orderflow.testing.support.kafka.TestKafka;
import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;

/** Two nodes of one deployable that exports, and what a test sends to them and finds behind them. */
final class AuditScene implements AutoCloseable {

    static final EnvelopeCodec CODEC = new EnvelopeCodec();
    static final List<String> SOURCES = AuditSources.of(TopicCatalog.load());

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, Object> EXPORTING = Map.of("orderflow.kafka.audit.enabled", "true");

    private final TestDatabase database = TestPostgres.newDatabase();
    private final Admin admin =
            Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, TestKafka.bootstrapServers()));
    private final Map<TopicPartition, Long> start;
    private List<LibraryNode> nodes = List.of();

    /** The topics hold records of other tests as well; the group shall see those of its own test only. */
    AuditScene() {
        LibraryNode.createTopics();
        start = ends();
        rewind();
        startNodes();
    }

    /**
     * An event as it was sent.
     *
     * @param first where it stands
     */
    record Sent(ObjectNode event, byte[] value, RecordMetadata first) {

        String key() {
            return event.path("aggregateId").asText();
        }
    }

    /** An event of every type and version that belongs on a source, with an id and an aggregate of its own. */
    static List<ObjectNode> oneOfEach() throws IOException {
        List<ObjectNode> events = new ArrayList<>();
        for (EventDefinition definition : EventCatalog.load().definitions()) {
            if (SOURCES.contains(definition.topic())) {
                ObjectNode event = example(definition);
                event.put("eventId", UuidCreator.getTimeOrderedEpoch().toString());
                event.put("aggregateId", "audit_" + UuidCreator.getTimeOrderedEpoch());
                events.add(event);
            }
        }
        return events;
    }

    static String topicOf(ObjectNode event) {
        return EventCatalog.load()
                .newest(event.path("eventType").asText())
                .orElseThrow()
                .topic();
    }

    /** Twice, so the second one is a redelivery in a record of its own. */
    Sent sendTwice(ObjectNode event) {
        byte[] value = CODEC.toBytes(event);
        RecordMetadata first = sendRaw(topicOf(event), event, value);
        sendRaw(topicOf(event), event, value);
        return new Sent(event, value, first);
    }

    static RecordMetadata sendRaw(String topic, ObjectNode event, byte[] value) {
        return TestKafka.send(
                topic,
                event.path("aggregateId").asText(),
                value,
                Map.of("tenantId", event.path("tenantId").asText()));
    }

    void startNodes() {
        nodes = IntStream.range(0, 2)
                .mapToObj(i -> LibraryNode.start(database, Set.of("order-service"), EXPORTING))
                .toList();
    }

    void stopNodes() {
        nodes.forEach(LibraryNode::close);
        nodes = List.of();
    }

    /** Everything of this test is delivered once more. */
    void rewind() {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        start.forEach((partition, offset) -> offsets.put(partition, new OffsetAndMetadata(offset)));
        asked(() -> admin.alterConsumerGroupOffsets(AuditExport.GROUP, offsets).all());
    }

    /** Everything has been consumed, and everything that came of it has been published. */
    void awaitRest() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(committed()).isEqualTo(ends());
            assertThat(nodes.get(0).count("select count(*) from outbox_event")).isZero();
        });
    }

    long rows(String sql) {
        return nodes.get(0).count(sql);
    }

    /** All audit records of the events, in the order of each partition. */
    static List<ConsumerRecord<String, byte[]>> exported(List<Sent> events) {
        Set<String> keys = events.stream().map(Sent::key).collect(Collectors.toSet());
        return TestKafka.records(AuditExport.TOPIC).stream()
                .filter(found -> keys.contains(found.key()))
                .toList();
    }

    static List<JsonNode> deadLettersOf(String sourceTopic, String key) {
        return TestKafka.records(sourceTopic.replaceFirst("\\.v(\\d+)$", ".dlt.v$1")).stream()
                .filter(found -> key.equals(found.key()))
                .map(found -> parsed(found.value()))
                .toList();
    }

    static JsonNode parsed(byte[] value) {
        try {
            return CODEC.parse(value);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<TopicPartition, Long> ends() {
        Map<TopicPartition, OffsetSpec> all = new HashMap<>();
        asked(() -> admin.describeTopics(SOURCES).allTopicNames()).forEach((topic, description) -> description
                .partitions()
                .forEach(each -> all.put(new TopicPartition(topic, each.partition()), OffsetSpec.latest())));
        return asked(() -> admin.listOffsets(all).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, found -> found.getValue().offset()));
    }

    private Map<TopicPartition, Long> committed() {
        return asked(() -> admin.listConsumerGroupOffsets(AuditExport.GROUP).partitionsToOffsetAndMetadata())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, found -> found.getValue().offset()));
    }

    /** A topic that has just been created is not known to everybody at once. */
    private static <T> T asked(Supplier<KafkaFuture<T>> question) {
        AtomicReference<T> answer = new AtomicReference<>();
        await().atMost(PATIENCE)
                .ignoreExceptionsMatching(e -> e.getCause() instanceof RetriableException)
                .untilAsserted(() -> answer.set(question.get().get()));
        return answer.get();
    }

    private static ObjectNode example(EventDefinition definition) throws IOException {
        String file = "/contracts/events/%s/%s/examples/full.json"
                .formatted(definition.topic().replaceFirst("\\.v\\d+$", ""), definition.eventType());
        try (InputStream in = AuditScene.class.getResourceAsStream(file)) {
            return (ObjectNode) CODEC.parse(in.readAllBytes());
        }
    }

    @Override
    public void close() {
        stopNodes();
        admin.close();
    }
}
