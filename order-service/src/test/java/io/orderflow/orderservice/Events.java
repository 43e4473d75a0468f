package io.orderflow.orderservice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.testing.support.kafka.TestKafka;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Events of the other services, as records, and the events of this service, read back. */
public final class Events {

    public static final String QUOTES = "cpq.quote.events.v1";
    public static final String ORCHESTRATION = "oms.orchestration.events.v1";
    public static final String FULFILLMENT = "oms.fulfillment.integration.v1";
    public static final String ORDERS = "oms.order.events.v1";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Each event gets its version when it is first sent: without gaps, in the order of sending. */
    private static final Map<String, Long> VERSIONS = new ConcurrentHashMap<>();

    private Events() {}

    /** A record value and where it goes. */
    public record Outgoing(String topic, ObjectNode envelope) {

        public String id() {
            return envelope.get("eventId").asText();
        }

        public void send() {
            sendAll(List.of(this));
        }
    }

    public static void sendAll(List<Outgoing> events) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        for (Outgoing event : events) {
            String key = event.envelope().get("aggregateId").asText();
            if (!event.envelope().has("aggregateVersion")) {
                event.envelope().put("aggregateVersion", VERSIONS.merge(event.topic() + "/" + key, 1L, Long::sum));
            }
            ProducerRecord<String, byte[]> sent = new ProducerRecord<>(event.topic(), key, bytes(event.envelope()));
            sent.headers().add("tenantId", OrderServiceNode.TENANT.getBytes(StandardCharsets.UTF_8));
            records.add(sent);
        }
        TestKafka.sendAll(records);
    }

    public static Outgoing quoteAccepted(String quoteId, String lines) {
        return event(
                QUOTES,
                "QuoteAccepted",
                "quote-service",
                "Quote",
                quoteId,
                """
                {"quoteId": "%s", "customerId": "cust_1001", "acceptedBy": "user_42", "acceptedAt": "2026-11-23T08:00:00Z",
                 "currency": "GBP", "totals": {"oneTimeTotal": "25.00", "recurringTotal": "0.00"}, "lines": %s,
                 "commercialSnapshotHash": "sha256:%s"}
                """
                        .formatted(quoteId, lines, "0".repeat(64)));
    }

    public static Outgoing orchestrationStarted(String orderId, String processInstanceId) {
        return event(
                ORCHESTRATION,
                "OrchestrationStarted",
                "orchestration-service",
                "OrderProcess",
                orderId,
                """
                {"orderId": "%s", "processInstanceId": "%s", "processDefinitionKey": "order-fulfillment",
                 "processDefinitionVersion": 1, "startedAt": "2026-11-23T08:00:00Z"}
                """
                        .formatted(orderId, processInstanceId));
    }

    public static Outgoing orderLineReleased(String orderId, int line, String processInstanceId) {
        return event(
                ORCHESTRATION,
                "OrderLineReleased",
                "orchestration-service",
                "OrderProcess",
                orderId,
                """
                {"orderId": "%s", "orderLineId": "%s-%d", "processInstanceId": "%s", "releasedAt": "2026-11-23T08:00:00Z"}
                """
                        .formatted(orderId, orderId, line, processInstanceId));
    }

    public static Outgoing fulfillmentCompleted(String orderId, int line) {
        return fulfillmentCompleted(orderId, line, 1, "%s-%d:1".formatted(orderId, line), "ref-" + line);
    }

    public static Outgoing fulfillmentCompleted(
            String orderId, int line, int attempt, String idempotencyKey, String reference) {
        return event(
                FULFILLMENT,
                "FulfillmentCompleted",
                "fulfillment-adapter",
                "Fulfillment",
                orderId,
                """
                {"orderId": "%s", "orderLineId": "%s-%d", "attempt": %d, "idempotencyKey": "%s",
                 "providerReference": "%s", "completedAt": "2026-11-23T08:00:00Z"}
                """
                        .formatted(orderId, orderId, line, attempt, idempotencyKey, reference));
    }

    /** What this service has published about an order so far, in offset order. */
    public static List<JsonNode> published(String orderId) {
        return TestKafka.records(ORDERS).stream()
                .filter(record -> orderId.equals(record.key()))
                .map(record -> read(record.value()))
                .toList();
    }

    public static List<String> publishedTypes(String orderId) {
        return published(orderId).stream()
                .map(event -> event.get("eventType").asText())
                .toList();
    }

    public static JsonNode read(byte[] value) {
        try {
            return JSON.readTree(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(JsonNode value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An event of which all but the payload is as its producer would have it. */
    static Outgoing event(
            String topic, String type, String producer, String aggregateType, String aggregateId, String payload) {
        ObjectNode envelope = JSON.createObjectNode();
        envelope.put("eventId", UUID.randomUUID().toString());
        envelope.put("eventType", type);
        envelope.put("eventVersion", 1);
        envelope.put("occurredAt", "2026-11-23T08:00:00Z");
        envelope.put("publishedAt", "2026-11-23T08:00:01Z");
        envelope.put("producer", producer);
        envelope.put("tenantId", OrderServiceNode.TENANT);
        envelope.put("aggregateType", aggregateType);
        envelope.put("aggregateId", aggregateId);
        envelope.put("correlationId", "corr_" + aggregateId);
        envelope.put("schemaRef", "schema://%s/%s/1".formatted(topic.replace(".v1", ""), type));
        envelope.set("metadata", JSON.valueToTree(Map.of("actorType", "SYSTEM")));
        try {
            envelope.set("payload", JSON.readTree(payload));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Outgoing(topic, envelope);
    }
}
