package io.orderflow.testing.e2e.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderflow.testing.support.kafka.TestKafka;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Everything that stands in a topic at one moment, in partition and offset order. */
public record TopicDump(List<PublishedEvent> events) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads a topic. Records that are no JSON object are left out: other tests put some there. */
    public static TopicDump of(String topic) {
        return new TopicDump(TestKafka.records(topic).stream()
                .flatMap(source -> json(source).stream().map(envelope -> new PublishedEvent(source, envelope)))
                .toList());
    }

    public List<PublishedEvent> ofAggregate(String aggregateId) {
        return events.stream()
                .filter(event -> event.aggregateId().equals(aggregateId))
                .toList();
    }

    public Stream<PublishedEvent> ofType(String eventType) {
        return events.stream().filter(event -> event.type().equals(eventType));
    }

    private static Optional<JsonNode> json(ConsumerRecord<String, byte[]> source) {
        try {
            return Optional.ofNullable(JSON.readTree(source.value())).filter(JsonNode::isObject);
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }
}
