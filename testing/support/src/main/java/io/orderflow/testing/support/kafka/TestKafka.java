package io.orderflow.testing.support.kafka;

import io.orderflow.testing.support.Infrastructure;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * One real KRaft broker, which starts with the first use in the JVM and ends with the JVM. It creates no topic by
 * chance. Tests share it, so a test that counts records uses topics of its own. Safe for use by parallel tests.
 */
public final class TestKafka {

    private TestKafka() {}

    /** Where clients connect. */
    public static String bootstrapServers() {
        return Running.SERVER.bootstrapServers();
    }

    /** Creates a topic, or leaves one of the same name and partition count as it is. */
    public static void createTopic(String name, int partitions) {
        createTopic(name, partitions, Map.of());
    }

    /** As {@link #createTopic(String, int)}, with topic configuration for a topic that does not exist yet. */
    public static void createTopic(String name, int partitions, Map<String, String> configuration) {
        new TopicAdmin(bootstrapServers()).create(name, partitions, configuration);
    }

    /** Sends one record with text as value and returns once the broker has it. */
    public static RecordMetadata send(String topic, @Nullable String key, String value, Map<String, String> headers) {
        return send(topic, key, value.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** Sends one record of raw bytes and returns once the broker has it. */
    public static RecordMetadata send(String topic, @Nullable String key, byte[] value, Map<String, String> headers) {
        ProducerRecord<@Nullable String, byte[]> record = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return sendAll(List.of(record)).get(0);
    }

    /** Sends records in order and returns once the broker has them all. */
    public static List<RecordMetadata> sendAll(Collection<ProducerRecord<@Nullable String, byte[]>> records) {
        return Running.SENDER.send(records);
    }

    /** All records of a topic from the beginning to the end it has now, partition by partition in offset order. */
    public static List<ConsumerRecord<String, byte[]>> records(String topic) {
        return new TopicReader(bootstrapServers()).readAll(topic);
    }

    /** Started by class loading: lazily, once, and without a lock of our own. */
    private static final class Running {

        static final KafkaServer SERVER =
                switch (Infrastructure.chosen()) {
                    case EMBEDDED -> EmbeddedKafkaServer.start();
                    case CONTAINERS -> ContainerKafkaServer.start();
                };

        static final RecordSender SENDER = new RecordSender(SERVER.bootstrapServers());
    }
}
