package io.orderflow.kafkaadapters.faults;

import io.orderflow.kafkaadapters.topics.TopicCatalog;
import io.orderflow.testing.support.kafka.BrokerProcess;
import io.orderflow.testing.support.kafka.TestKafka;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The topics of the catalogue, made for a test. */
final class CatalogTopics {

    private CatalogTopics() {}

    static void createOn(BrokerProcess broker) {
        TopicCatalog.load()
                .topics("local")
                .forEach(topic -> broker.createTopic(topic.name(), topic.partitions(), topic.configuration()));
    }

    /** On the shared broker, without the records of other tests: a new consumer group begins with this test's. */
    static void createEmpty() {
        TopicCatalog.load()
                .topics("local")
                .forEach(topic -> TestKafka.createTopic(topic.name(), topic.partitions(), topic.configuration()));
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, TestKafka.bootstrapServers()))) {
            Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
            ends().forEach((partition, end) -> all.put(partition, RecordsToDelete.beforeOffset(end)));
            admin.deleteRecords(all).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<TopicPartition, Long> ends() {
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, TestKafka.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            return consumer.endOffsets(TopicCatalog.load().topics("local").stream()
                    .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList());
        }
    }
}
