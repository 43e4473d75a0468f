package io.orderflow.orchestration;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.orderflow.testing.support.kafka.TestKafka;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One order as the order service tells its life. Every method makes the next event; sending it is up to the test. */
final class OrderEvents {

    static final String TOPIC = "oms.order.events.v1";
    static final String AT = "2026-07-02T08:15:30.481Z";

    private static final ObjectMapper JSON = new ObjectMapper();

    final String orderId;
    final String correlationId = "corr_" + UuidCreator.getTimeOrderedEpoch();
    final List<String> lines;

    private int version;

    OrderEvents(int lines) {
        orderId = "ord_" + UuidCreator.getTimeOrderedEpoch().toString().replace("-", "");
        this.lines = IntStream.rangeClosed(1, lines)
                .mapToObj(number -> orderId + "-" + number)
                .toList();
    }

    Event captured() {
        ObjectNode payload = payload();
        payload.put("quoteId", "q_1")
                .put("customerId", "cust_1")
                .put("capturedAt", AT)
                .put("currency", "GBP");
        totals(payload);
        ArrayNode summaries = payload.putArray("lineSummaries");
        for (String line : lines) {
            summaries
                    .addObject()
                    .put("orderLineId", line)
                    .put("quoteLineId", "q_" + line)
                    .put("offerId", "85123A")
                    .put("action", "ADD")
                    .put("quantity", 1)
                    .put("unitPrice", "2.55")
                    .putArray("dependsOn");
        }
        payload.put("commercialSnapshotHash", "sha256:" + "0".repeat(64));
        return event("OrderCaptured", payload);
    }

    Event validated() {
        return event("OrderValidated", payload().put("validatedAt", AT).put("lineCount", lines.size()));
    }

    Event lineCompleted(String line) {
        return event(
                "OrderLineFulfillmentCompleted",
                payload()
                        .put("orderLineId", line)
                        .put("completedAt", AT)
                        .put("attempt", 1)
                        .put("providerReference", "prov_1"));
    }

    Event completed() {
        ObjectNode payload = payload().put("completedAt", AT);
        totals(payload);
        outcomes(payload, "COMPLETED", false);
        return event("OrderCompleted", payload);
    }

    Event cancelled() {
        ObjectNode payload =
                payload().put("cancelledAt", AT).put("cancelledBy", "user_1").put("reason", "Ordered twice");
        outcomes(payload, "CANCELLED", true);
        return event("OrderCancelled", payload);
    }

    private ObjectNode payload() {
        return JSON.createObjectNode().put("orderId", orderId);
    }

    private static void totals(ObjectNode payload) {
        payload.putObject("totals").put("oneTimeTotal", "2.55").put("recurringTotal", "0.00");
    }

    private void outcomes(ObjectNode payload, String outcome, boolean cancelled) {
        ArrayNode all = payload.putArray("lines");
        for (String line : lines) {
            ObjectNode one = all.addObject().put("orderLineId", line).put("outcome", outcome);
            if (cancelled) {
                one.put("reversalRequired", false);
            }
        }
    }

    private Event event(String type, ObjectNode payload) {
        String eventId = UuidCreator.getTimeOrderedEpoch().toString();
        ObjectNode envelope = JSON.createObjectNode()
                .put("eventId", eventId)
                .put("eventType", type)
                .put("eventVersion", 1)
                .put("occurredAt", AT)
                .put("publishedAt", AT)
                .put("producer", "order-service")
                .put("tenantId", "tenant_demo")
                .put("aggregateType", "Order")
                .put("aggregateId", orderId)
                .put("aggregateVersion", ++version)
                .put("correlationId", correlationId)
                .put("schemaRef", "schema://oms.order.events/" + type + "/1");
        envelope.set("payload", payload);
        envelope.putObject("metadata");
        return new Event(eventId, type, orderId, envelope.toString());
    }

    record Event(String eventId, String type, String key, String json) {

        Event send() {
            TestKafka.send(TOPIC, key, json, Map.of("eventId", eventId, "eventType", type, "tenantId", "tenant_demo"));
            return this;
        }
    }
}
