package io.orderflow.kafkaadapters.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.kafkaadapters.TestEvents;
import io.orderflow.testing.support.kafka.TestKafka;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Every way in which a record can be wrong: its own reason code, a dead letter, and no delay for the next record. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class BadRecordsIT {

    private static final Duration NEXT_RECORD = Duration.ofSeconds(5);

    private InboxScene scene;

    @BeforeAll
    void open() {
        scene = InboxScene.open();
        String warmUp = TestEvents.newOrderId();
        InboxScene.send(InboxScene.event(warmUp, 1));
        scene.awaitOutcome("APPLIED", 1);
    }

    @AfterAll
    void close() {
        scene.close();
    }

    private record Bad(String name, String code, Consumer<String> sender) {}

    @TestFactory
    Stream<DynamicTest> hasItsReasonAndHoldsUpNobody() {
        Stream<DynamicTest> each = cases().stream()
                .map(bad -> DynamicTest.dynamicTest(bad.name() + " is " + bad.code(), () -> isRefused(bad)));
        return Stream.concat(each, Stream.of(DynamicTest.dynamicTest("each has a dead letter", this::haveLetters)));
    }

    private void isRefused(Bad bad) {
        String key = TestEvents.newOrderId();
        long before = scene.codes().getOrDefault(bad.code(), 0L);
        bad.sender().accept(key);
        // The same key is the same partition, so this is the next record there.
        InboxScene.send(InboxScene.event(key, 1));
        await().atMost(NEXT_RECORD)
                .untilAsserted(
                        () -> assertThat(scene.handler().appliedInOrder(key)).containsExactly(1L));
        await().atMost(NEXT_RECORD)
                .untilAsserted(() -> assertThat(scene.codes()).containsEntry(bad.code(), before + 1));
    }

    private void haveLetters() {
        List<String> codes = cases().stream().map(Bad::code).toList();
        List<JsonNode> letters = scene.awaitDeadLetters(codes.size());
        assertThat(letters)
                .extracting(letter -> letter.path("errorClass").asText())
                .containsExactlyInAnyOrderElementsOf(codes);
        assertThat(letters).allSatisfy(letter -> {
            assertThat(letter.path("sourceTopic").asText()).isEqualTo(TestEvents.TOPIC);
            assertThat(letter.path("errorMessage").asText()).isNotBlank();
            assertThat(letter.path("attemptCount").asInt()).isEqualTo(1);
        });
    }

    private static List<Bad> cases() {
        List<Bad> cases = new ArrayList<>();
        cases.add(value("not JSON", "malformed", "not json"));
        cases.add(value("an empty value", "malformed", ""));
        cases.add(value("a JSON array", "malformed", "[1,2]"));
        cases.add(value("a doubled key", "malformed", "{\"eventType\":\"A\",\"eventType\":\"B\"}"));
        cases.add(value("nesting without end", "malformed", "{\"a\":" + "[".repeat(100_000)));
        cases.add(bytes("invalid UTF-8", "malformed", new byte[] {'{', '"', (byte) 0xff, '"'}));
        cases.add(encoded(
                "a byte order mark", event -> prefixed(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, event)));
        cases.add(encoded(
                "UTF-16", event -> new String(event, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16LE)));
        cases.add(encoded("gzip", BadRecordsIT::gzip));
        cases.add(bytes("a null value", "null_payload", null));
        cases.add(new Bad(
                "a null key",
                "key_mismatch",
                key -> TestKafka.send(
                        TestEvents.TOPIC, null, InboxScene.CODEC.toBytes(InboxScene.event(key, 1)), tenant())));
        cases.add(new Bad(
                "a key that is not the aggregate",
                "key_mismatch",
                key -> InboxScene.sendRaw(
                        key, InboxScene.CODEC.toBytes(InboxScene.event(TestEvents.newOrderId(), 1)), tenant())));
        cases.add(spoiled("an unknown type", "unsupported_type", event -> event.put("eventType", "OrderTeleported")));
        cases.add(spoiled("an unknown version", "unsupported_version", event -> event.put("eventVersion", 7)));
        cases.add(spoiled("a huge number", "schema_invalid", event -> event.put("aggregateVersion", 1e300)));
        cases.add(spoiled(
                "a year in the far future", "invalid_time", event -> event.put("occurredAt", "9999-01-01T00:00:00Z")));
        cases.add(spoiled("1970", "invalid_time", event -> event.put("occurredAt", "1970-01-01T00:00:00Z")));
        cases.add(spoiled(
                "a time without zone", "schema_invalid", event -> event.put("occurredAt", "2026-01-01T00:00:00")));
        cases.add(spoiled(
                "an id from before the ledger",
                "event_too_old",
                event -> event.put(
                        "eventId",
                        "01500000-0000-7000-8000-"
                                + event.path("eventId").asText().substring(24))));
        cases.add(spoiled("another tenant", "tenant_mismatch", event -> event.put("tenantId", "tenant_foreign")));
        cases.add(headers("a tenant header of another tenant", "tenant_mismatch", Map.of("tenantId", "tenant_other")));
        cases.add(new Bad(
                "no tenant header",
                "tenant_mismatch",
                key -> InboxScene.sendRaw(key, InboxScene.CODEC.toBytes(InboxScene.event(key, 1)), Map.of())));
        cases.add(headers("a header that says another type", "header_mismatch", Map.of("eventType", "OrderCancelled")));
        cases.add(headers("ten thousand headers", "bad_headers", tenThousand()));
        cases.add(spoiled(
                "a producer that does not fit the pattern",
                "schema_invalid",
                event -> event.put("producer", "../etc")));
        cases.add(spoiled("an empty required text", "schema_invalid", event -> event.put("tenantId", "")));
        cases.add(spoiled("a version below the minimum", "schema_invalid", event -> event.put("aggregateVersion", 0)));
        cases.add(spoiled("a wrong format", "schema_invalid", event -> event.put("eventId", "not-a-uuid")));
        cases.add(spoiled(
                "a wrong constant", "schema_invalid", event -> event.put("schemaRef", "schema://other/Event/1")));
        cases.add(spoiled("a missing payload field", "schema_invalid", event -> ((ObjectNode) event.path("payload"))
                .remove("orderLineId")));
        cases.add(spoiled("a wrong type in the payload", "schema_invalid", event -> ((ObjectNode) event.path("payload"))
                .put("orderLineId", 5)));
        cases.add(spoiled("a payload that is no object", "schema_invalid", event -> event.put("payload", "text")));
        cases.add(spoiled("a text far too long", "schema_invalid", event -> ((ObjectNode) event.path("payload"))
                .put("orderLineId", "x".repeat(100_000))));
        return cases;
    }

    @Test
    void reusedIdWithAnotherContentIsAConflictAndTheFirstOneStays() {
        String orderId = TestEvents.newOrderId();
        ObjectNode first = InboxScene.event(orderId, 1);
        InboxScene.send(first);
        ObjectNode published = first.deepCopy();
        published.put("publishedAt", "2026-07-02T13:00:00Z");
        InboxScene.send(published);
        ObjectNode forged = first.deepCopy();
        ((ObjectNode) forged.path("payload")).put("orderLineId", orderId + "-666");
        long before = scene.codes().getOrDefault("event_id_conflict", 0L);
        InboxScene.send(forged);
        InboxScene.send(forged);
        InboxScene.send(InboxScene.event(orderId, 2));
        await().atMost(NEXT_RECORD)
                .untilAsserted(() ->
                        assertThat(scene.handler().appliedInOrder(orderId)).containsExactly(1L, 2L));
        assertThat(scene.codes()).as("each forgery once").containsEntry("event_id_conflict", before + 2);
    }

    @Test
    void headersThatFrameworksWouldObeyChangeNothing() {
        String orderId = TestEvents.newOrderId();
        InboxScene.send(
                InboxScene.event(orderId, 1),
                Map.of(
                        "retry_topic-backoff-timestamp", "99999999999999999",
                        "retry_topic-attempts", "32767",
                        "retry_topic-original-timestamp", "x",
                        "spring_json_header_types", "{\"x\":\"java.net.InetAddress\"}",
                        "spring.deserializer.serialization.failed", "true",
                        "__TypeId__", "java.lang.Runtime"));
        await().atMost(NEXT_RECORD)
                .untilAsserted(() ->
                        assertThat(scene.handler().appliedInOrder(orderId)).containsExactly(1L));
    }

    private static Map<String, String> tenant() {
        return Map.of("tenantId", "tenant_demo");
    }

    private static Map<String, String> tenThousand() {
        Map<String, String> headers = new HashMap<>();
        IntStream.range(0, 10_000).forEach(i -> headers.put("x-" + i, "y"));
        return headers;
    }

    private static Bad value(String name, String code, String value) {
        return bytes(name, code, value.getBytes(StandardCharsets.UTF_8));
    }

    private static Bad bytes(String name, String code, byte[] value) {
        return new Bad(name, code, key -> InboxScene.sendRaw(key, value, tenant()));
    }

    private static Bad headers(String name, String code, Map<String, String> headers) {
        return new Bad(name, code, key -> InboxScene.send(InboxScene.event(key, 1), headers));
    }

    private static Bad spoiled(String name, String code, Consumer<ObjectNode> spoil) {
        return new Bad(name, code, key -> {
            ObjectNode event = InboxScene.event(key, 1);
            spoil.accept(event);
            InboxScene.send(event);
        });
    }

    private interface Encoding {
        byte[] apply(byte[] event) throws IOException;
    }

    private static Bad encoded(String name, Encoding encoding) {
        return new Bad(name, "malformed", key -> {
            try {
                byte[] value = encoding.apply(InboxScene.CODEC.toBytes(InboxScene.event(key, 1)));
                InboxScene.sendRaw(key, value, tenant());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static byte[] prefixed(byte[] prefix, byte[] value) {
        byte[] all = Arrays.copyOf(prefix, prefix.length + value.length);
        System.arraycopy(value, 0, all, prefix.length, value.length);
        return all;
    }

    private static byte[] gzip(byte[] value) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(value);
        }
        return packed.toByteArray();
    }
}
