package io.orderflow.testing.e2e.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record whose value is an event envelope. */
public record PublishedEvent(ConsumerRecord<String, byte[]> source, JsonNode envelope) {

    public String type() {
        return envelope.path("eventType").asText();
    }

    public String eventId() {
        return envelope.path("eventId").asText();
    }

    public String aggregateId() {
        return envelope.path("aggregateId").asText();
    }

    public long version() {
        return envelope.path("aggregateVersion").asLong();
    }

    public JsonNode payload() {
        return envelope.path("payload");
    }

    public Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>();
        source.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    @Override
    public String toString() {
        return "%s %s v%d at %d:%d".formatted(type(), aggregateId(), version(), source.partition(), source.offset());
    }
}
