package io.orderflow.testing.e2e.kafka;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.RecordMetadata;

/** The dead letters that consumer groups wrote about one record. */
public final class DeadLetterDump {

    private DeadLetterDump() {}

    /** Waits for the letter that a group writes about the record. */
    public static JsonNode awaitLetter(RecordMetadata record, String consumerGroup) {
        return await("a dead letter of " + consumerGroup + " about " + record)
                .atMost(Duration.ofSeconds(30))
                .until(() -> about(record, consumerGroup), letters -> !letters.isEmpty())
                .get(0);
    }

    /** All letters of a group about the record; more than one would be too many. */
    public static List<JsonNode> about(RecordMetadata record, String consumerGroup) {
        return TopicDump.of(Topics.deadLetters(record.topic())).events().stream()
                .map(PublishedEvent::envelope)
                .filter(letter -> letter.path("sourceTopic").asText().equals(record.topic())
                        && letter.path("sourcePartition").asInt() == record.partition()
                        && letter.path("sourceOffset").asLong() == record.offset()
                        && letter.path("consumerGroup").asText().equals(consumerGroup))
                .toList();
    }
}
