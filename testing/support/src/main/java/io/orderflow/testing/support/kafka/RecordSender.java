package io.orderflow.testing.support.kafka;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The one producer of a test JVM; it lives as long as the broker, because opening one per record is slow. */
final class RecordSender {

    private final KafkaProducer<@Nullable String, byte[]> producer;

    RecordSender(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                // A broker that has just created a topic may refuse the first batch and take the second, and then it
                // never takes the first again.
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                1,
                // A topic that does not exist is a mistake in the test: say so soon.
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                "5000");
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    List<RecordMetadata> send(Collection<ProducerRecord<@Nullable String, byte[]>> records) {
        List<Future<RecordMetadata>> answers = new ArrayList<>(records.size());
        records.forEach(record -> answers.add(producer.send(record)));
        producer.flush();
        return answers.stream().map(RecordSender::acknowledged).toList();
    }

    private static RecordMetadata acknowledged(Future<RecordMetadata> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("record was not sent", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", e);
        }
    }
}
