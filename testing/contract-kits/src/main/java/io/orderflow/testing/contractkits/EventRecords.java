package io.orderflow.testing.contractkits;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.kafkaadapters.envelope.EnvelopeCodec;
import io.orderflow.kafkaadapters.envelope.EventHeaders;
import io.orderflow.testing.support.kafka.TestKafka;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Events as their owner would send them: key and headers repeat the value. */
final class EventRecords {

    private static final EnvelopeCodec CODEC = new EnvelopeCodec();

    private EventRecords() {}

    static List<RecordMetadata> send(String topic, List<? extends JsonNode> events) {
        return TestKafka.sendAll(
                events.stream().map(event -> record(topic, event)).toList());
    }

    private static ProducerRecord<@Nullable String, byte[]> record(String topic, JsonNode event) {
        ProducerRecord<@Nullable String, byte[]> record =
                new ProducerRecord<>(topic, event.path("aggregateId").asText(), CODEC.toBytes(event));
        EventHeaders.ALL.stream().filter(event::hasNonNull).forEach(name -> record.headers()
                .add(name, event.path(name).asText().getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
