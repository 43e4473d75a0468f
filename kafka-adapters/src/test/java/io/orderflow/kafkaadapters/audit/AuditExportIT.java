package io.orderflow.kafkaadapters.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.orderflow.kafkaadapters.LibraryNode;
import io.orderflow.kafkaadapters.audit.AuditScene.Sent;
import io.orderflow.kafkaadapters.envelope.Fingerprint;
import io.orderflow.kafkaadapters.inbox.InboxHandler;
import io.orderflow.testing.support.kafka.TestKafka;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditExportIT {

    private final AuditScene scene = new AuditScene();

    @AfterAll
    void close() {
        scene.close();
    }

    @Test
    void carriesEveryEventOfEveryTopicOnceHoweverOftenItIsDelivered() throws IOException {
        List<Sent> sent = AuditScene.oneOfEach().stream().map(scene::sendTwice).toList();
        assertThat(sent).hasSizeGreaterThan(20);
        scene.awaitRest();
        assertThat(AuditScene.exported(sent)).hasSameSizeAs(sent);

        scene.stopNodes();
        scene.rewind();
        scene.startNodes();
        scene.awaitRest();

        Map<String, ConsumerRecord<String, byte[]>> exported =
                AuditScene.exported(sent).stream().collect(Collectors.toMap(ConsumerRecord::key, Function.identity()));
        Map<String, byte[]> originals = originals(AuditScene.SOURCES);
        assertThat(sent).allSatisfy(event -> isFaithful(event, exported.get(event.key()), originals));
        Schema contract = auditRecordSchema();
        assertThat(exported.values())
                .allSatisfy(found -> assertThat(contract.validate(AuditScene.parsed(found.value())))
                        .isEmpty());
    }

    /** As it was received is more than an equal tree: order of fields, spaces and escapes are evidence as well. */
    @Test
    void keepsTheOriginalByteForByte() throws IOException {
        ObjectNode event = AuditScene.oneOfEach().get(0);
        byte[] value =
                ("  " + event.toPrettyString().replace("Z\"", "\\u005a\"") + "\n").getBytes(StandardCharsets.UTF_8);
        Sent sent = new Sent(event, value, AuditScene.sendRaw(AuditScene.topicOf(event), event, value));
        scene.awaitRest();
        List<ConsumerRecord<String, byte[]>> exported = AuditScene.exported(List.of(sent));
        assertThat(exported).hasSize(1);
        isFaithful(sent, exported.get(0), originals(List.of(sent.first().topic())));
    }

    @Test
    void leavesBrokenRecordsAsItsOwnDeadLettersAndGoesOn() throws IOException {
        for (ObjectNode event : firstOfEachTopic()) {
            String topic = AuditScene.topicOf(event);
            ObjectNode broken = event.deepCopy();
            broken.put("aggregateVersion", "one");
            AuditScene.sendRaw(topic, broken, AuditScene.CODEC.toBytes(broken));
            AuditScene.sendRaw(topic, broken, "not json".getBytes(StandardCharsets.UTF_8));
            Sent next = scene.sendTwice(event);
            scene.awaitRest();

            assertThat(AuditScene.exported(List.of(next))).hasSize(1);
            List<JsonNode> letters = AuditScene.deadLettersOf(topic, next.key());
            assertThat(letters)
                    .extracting(letter -> letter.path("errorClass").asText())
                    .containsExactlyInAnyOrder("schema_invalid", "malformed");
            assertThat(letters)
                    .extracting(letter -> letter.path("consumerGroup").asText())
                    .containsOnly(AuditExport.GROUP);
        }
    }

    @Test
    void neverExportsItsOwnRecords() throws IOException {
        List<Sent> sent = AuditScene.oneOfEach().stream().map(scene::sendTwice).toList();
        scene.awaitRest();
        ConsumerRecord<String, byte[]> exported = AuditScene.exported(sent).get(0);
        // Even if somebody put one where events are read, it would be refused.
        Sent first = sent.get(0);
        TestKafka.send(first.first().topic(), first.key(), exported.value(), Map.of("tenantId", "tenant_demo"));
        scene.awaitRest();
        assertThat(AuditScene.exported(sent)).hasSameSizeAs(sent);
        assertThat(AuditScene.deadLettersOf(first.first().topic(), first.key()))
                .extracting(letter -> letter.path("errorClass").asText())
                .containsExactly("unsupported_type");
        assertThat(scene.rows("select count(*) from inbox_event where topic = '" + AuditExport.TOPIC + "'"))
                .isZero();
    }

    @Test
    void isOffUnlessAskedFor() {
        try (LibraryNode node = LibraryNode.start(TestPostgres.newDatabase())) {
            assertThatThrownBy(() -> node.bean(InboxHandler.class)).isInstanceOf(NoSuchBeanDefinitionException.class);
        }
    }

    private static void isFaithful(Sent sent, ConsumerRecord<String, byte[]> exported, Map<String, byte[]> originals) {
        JsonNode value = AuditScene.parsed(exported.value());
        JsonNode source = value.path("source");
        assertThat(source.path("topic").asText()).isEqualTo(sent.first().topic());
        assertThat(source.path("partition").asInt()).isEqualTo(sent.first().partition());
        assertThat(source.path("offset").asLong()).isEqualTo(sent.first().offset());
        assertThat(Instant.parse(source.path("timestamp").asText()).toEpochMilli())
                .isEqualTo(sent.first().timestamp());
        assertThat(value.path("exportedBy").asText()).isEqualTo(AuditExport.GROUP);
        assertThat(Instant.parse(value.path("exportedAt").asText()))
                .isBetween(
                        Instant.ofEpochMilli(sent.first().timestamp()), Instant.ofEpochMilli(exported.timestamp() + 1));
        assertThat(value.path("contentDigest").asText())
                .isEqualTo(Fingerprint.of(originals.get(position(source))))
                .isEqualTo(Fingerprint.of(sent.value()));
        assertThat(value.path("event")).isEqualTo(sent.event());
        assertThat(new String(exported.value(), StandardCharsets.UTF_8))
                .endsWith("\"event\":" + new String(sent.value(), StandardCharsets.UTF_8) + "}");
        assertThat(headers(exported))
                .containsEntry("eventId", sent.event().path("eventId").asText())
                .containsEntry("eventType", sent.event().path("eventType").asText())
                .containsEntry("tenantId", sent.event().path("tenantId").asText())
                .containsEntry("sourceTopic", sent.first().topic())
                .containsEntry("sourcePartition", Integer.toString(sent.first().partition()))
                .containsEntry("sourceOffset", Long.toString(sent.first().offset()));
    }

    /** What an auditor reads to check a digest: the record that the provenance names. */
    private static Map<String, byte[]> originals(List<String> topics) {
        return topics.stream()
                .flatMap(topic -> TestKafka.records(topic).stream())
                .filter(found -> found.value() != null)
                .collect(Collectors.toMap(
                        found -> found.topic() + "/" + found.partition() + "/" + found.offset(),
                        ConsumerRecord::value));
    }

    private static String position(JsonNode source) {
        return source.path("topic").asText() + "/" + source.path("partition") + "/" + source.path("offset");
    }

    private static List<ObjectNode> firstOfEachTopic() throws IOException {
        return List.copyOf(AuditScene.oneOfEach().stream()
                .collect(Collectors.toMap(AuditScene::topicOf, Function.identity(), (first, later) -> first))
                .values());
    }

    private static Map<String, String> headers(ConsumerRecord<?, ?> found) {
        return StreamSupport.stream(found.headers().spliterator(), false)
                .collect(Collectors.toMap(Header::key, header -> new String(header.value(), StandardCharsets.UTF_8)));
    }

    private static Schema auditRecordSchema() throws IOException {
        SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(Map.of(
                                "schema://platform/audit-record/1", text("records/audit-record.v1.schema.json"),
                                "schema://platform/envelope/1", text("events/envelope.v1.schema.json")))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
        return schemas.getSchema(SchemaLocation.of("schema://platform/audit-record/1"));
    }

    private static String text(String file) {
        try (InputStream in = AuditExportIT.class.getResourceAsStream("/contracts/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
