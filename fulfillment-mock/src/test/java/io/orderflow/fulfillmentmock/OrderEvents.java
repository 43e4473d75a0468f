package io.orderflow.fulfillmentmock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.kafkaadapters.catalog.EventCatalog;
import io.orderflow.testing.support.kafka.TestKafka;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** What the order service would send, made from the contracts' own example, and what comes back. */
final class OrderEvents {

    static final String ORDERS = "oms.order.events.v1";
    static final String ANSWERS = "oms.fulfillment.integration.v1";
    static final String QUOTES = "cpq.quote.events.v1";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final EventCatalog CATALOG = EventCatalog.load();
    private static final String REQUEST = "OrderLineFulfillmentRequested";
    private static final String REVERSAL = "OrderLineReversalRequested";

    private OrderEvents() {}

    static String newOrderId() {
        return "ord_" + UUID.randomUUID().toString().replace("-", "");
    }

    /** Asks for lines 1 to {@code lines} of an order, with versions without gaps. */
    static List<ObjectNode> requests(String orderId, int lines) {
        return IntStream.rangeClosed(1, lines)
                .mapToObj(line -> request(orderId, line, line))
                .toList();
    }

    static ObjectNode request(String orderId, int line, long version) {
        return attempt(example(REQUEST), orderId, line, 1, version);
    }

    /** The event that asks for another attempt. */
    static ObjectNode request(String orderId, int line, int attempt, long version) {
        return attempt(example(REQUEST), orderId, line, attempt, version);
    }

    static ObjectNode reversal(String orderId, int line, int attempt, long version) {
        return attempt(example(REVERSAL), orderId, line, attempt, version);
    }

    private static ObjectNode attempt(ObjectNode event, String orderId, int line, int attempt, long version) {
        String lineId = orderId + "-" + line;
        event.put("eventId", UUID.randomUUID().toString())
                .put("aggregateId", orderId)
                .put("aggregateVersion", version);
        ((ObjectNode) event.path("payload"))
                .put("orderId", orderId)
                .put("orderLineId", lineId)
                .put("attempt", attempt)
                .put("idempotencyKey", lineId + ":" + attempt)
                .remove("providerReference");
        return event;
    }

    /** The same event about something that is sold under another id. */
    static ObjectNode of(ObjectNode event, String offerId) {
        ((ObjectNode) event.at("/payload/line")).put("offerId", offerId);
        return event;
    }

    static void send(List<ObjectNode> events) {
        List<ProducerRecord<@Nullable String, byte[]>> records =
                events.stream().map(OrderEvents::sent).toList();
        TestKafka.sendAll(records);
    }

    private static ProducerRecord<@Nullable String, byte[]> sent(ObjectNode event) {
        ProducerRecord<@Nullable String, byte[]> sent = new ProducerRecord<>(
                ORDERS, event.path("aggregateId").asText(), event.toString().getBytes(StandardCharsets.UTF_8));
        sent.headers().add("tenantId", event.path("tenantId").asText().getBytes(StandardCharsets.UTF_8));
        return sent;
    }

    /** Everything on a topic with the given key, in order; each valid against its schema. */
    static List<JsonNode> published(String topic, String key) {
        return TestKafka.records(topic).stream()
                .filter(published -> key.equals(published.key()))
                .map(OrderEvents::valid)
                .toList();
    }

    static JsonNode valid(ConsumerRecord<String, byte[]> published) {
        try {
            JsonNode event = JSON.readTree(published.value());
            List<String> violations = CATALOG.violations(
                    CATALOG.newest(event.path("eventType").asText()).orElseThrow(), event);
            if (!violations.isEmpty() || !event.hasNonNull("publishedAt")) {
                throw new AssertionError(violations + " in " + event);
            }
            return event;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode example(String eventType) {
        String path = "/contracts/events/oms.order.events/" + eventType + "/examples/full.json";
        try (InputStream in = OrderEvents.class.getResourceAsStream(path)) {
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
