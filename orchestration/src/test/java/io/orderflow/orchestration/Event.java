package io.orderflow.orchestration;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.orderflow.testing.support.kafka.TestKafka;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** One event of another service, ready to be sent. */
record Event(String eventId, String topic, String key, String json) {

    static final String AT = "2026-07-02T08:15:30.481Z";
    static final String TENANT = "tenant_demo";

    private static final ObjectMapper JSON = new ObjectMapper();

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** @param producer with the type of the aggregate whose owner it is: {@code order-service/Order} */
    static Event of(
            String topic,
            String producer,
            String type,
            String orderId,
            int version,
            String correlationId,
            ObjectNode payload) {
        String eventId = UuidCreator.getTimeOrderedEpoch().toString();
        ObjectNode envelope = object().put("eventId", eventId)
                .put("eventType", type)
                .put("eventVersion", 1)
                .put("occurredAt", AT)
                .put("publishedAt", AT)
                .put("producer", producer.substring(0, producer.indexOf('/')))
                .put("tenantId", TENANT)
                .put("aggregateType", producer.substring(producer.indexOf('/') + 1))
                .put("aggregateId", orderId)
                .put("aggregateVersion", version)
                .put("correlationId", correlationId)
                .put("schemaRef", "schema://" + topic.substring(0, topic.lastIndexOf('.')) + "/" + type + "/1");
        envelope.set("payload", payload);
        envelope.putObject("metadata");
        return new Event(eventId, topic, orderId, envelope.toString());
    }

    static String[] ids(List<Event> events) {
        return events.stream().map(Event::eventId).toArray(String[]::new);
    }

    Event send() {
        sendAll(List.of(this));
        return this;
    }

    /** In this order, in one request. */
    static void sendAll(Collection<Event> events) {
        TestKafka.sendAll(events.stream().map(Event::record).toList());
    }

    ProducerRecord<@Nullable String, byte[]> record() {
        ProducerRecord<@Nullable String, byte[]> record =
                new ProducerRecord<>(topic, key, json.getBytes(StandardCharsets.UTF_8));
        Map.of("eventId", eventId, "tenantId", TENANT)
                .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
