package io.orderflow.orchestration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderflow.testing.support.kafka.TestKafka;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What came out of the service. */
final class Facts {

    static final String TOPIC = "oms.orchestration.events.v1";
    static final String DEAD_LETTERS = "oms.order.events.dlt.v1";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Facts() {}

    /** The facts about one order's process, in the order of the topic. */
    static List<JsonNode> of(String orderId) {
        return values(TOPIC, orderId);
    }

    static List<String> typesOf(String orderId) {
        return of(orderId).stream().map(fact -> fact.path("eventType").asText()).toList();
    }

    static List<JsonNode> deadLettersOf(String key) {
        return values(DEAD_LETTERS, key);
    }

    private static List<JsonNode> values(String topic, String key) {
        return TestKafka.records(topic).stream()
                .filter(record -> key.equals(record.key()))
                .map(Facts::parse)
                .toList();
    }

    private static JsonNode parse(ConsumerRecord<String, byte[]> record) {
        try {
            return JSON.readTree(record.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
