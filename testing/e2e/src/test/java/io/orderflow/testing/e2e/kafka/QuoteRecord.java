package io.orderflow.testing.e2e.kafka;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.orderflow.testing.e2e.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** A well-formed QuoteAccepted as the quote system would publish it, for tests to spoil. */
public final class QuoteRecord {

    private static final ObjectMapper JSON = new ObjectMapper();

    private QuoteRecord() {}

    public static ObjectNode valid(String quoteId) {
        ObjectNode event = JSON.createObjectNode()
                .put("eventId", UuidCreator.getTimeOrderedEpoch().toString())
                .put("eventType", "QuoteAccepted")
                .put("eventVersion", 1)
                .put("occurredAt", "2026-07-02T08:15:28.000Z")
                .put("publishedAt", "2026-07-02T08:15:28.521Z")
                .put("producer", "quote-service")
                .put("tenantId", Stack.TENANT)
                .put("aggregateType", "Quote")
                .put("aggregateId", quoteId)
                .put("aggregateVersion", 1)
                .put("correlationId", "corr_" + quoteId)
                .put("schemaRef", "schema://cpq.quote.events/QuoteAccepted/1");
        event.set("payload", payload(quoteId));
        event.set("metadata", JSON.createObjectNode());
        return event;
    }

    /** Headers that agree with the value. */
    public static Map<String, String> headers(ObjectNode event) {
        return Map.of(
                "eventId", event.path("eventId").asText(),
                "eventType", event.path("eventType").asText(),
                "eventVersion", event.path("eventVersion").asText(),
                "correlationId", event.path("correlationId").asText(),
                "tenantId", event.path("tenantId").asText(),
                "schemaRef", event.path("schemaRef").asText(),
                "producer", event.path("producer").asText());
    }

    public static byte[] bytes(ObjectNode event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode payload(String quoteId) {
        ObjectNode payload = JSON.createObjectNode()
                .put("quoteId", quoteId)
                .put("customerId", "cust_17850")
                .put("acceptedBy", "user_42")
                .put("acceptedAt", "2026-07-02T08:15:28.000Z")
                .put("currency", "GBP")
                .put("commercialSnapshotHash", "sha256:" + "0".repeat(64));
        payload.putObject("totals").put("oneTimeTotal", "15.30").put("recurringTotal", "0.00");
        payload.putArray("lines")
                .addObject()
                .put("quoteLineId", quoteId + "-1")
                .put("offerId", "85123A")
                .put("action", "ADD")
                .put("quantity", 6)
                .put("unitPrice", "2.55")
                .putArray("dependsOn");
        return payload;
    }
}
