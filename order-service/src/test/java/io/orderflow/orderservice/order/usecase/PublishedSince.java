package io.orderflow.orderservice.order.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.orderservice.Events;
import io.orderflow.testing.support.kafka.TestKafka;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The facts about orders that reach the broker from now on. Reading goes on where it stopped, however long the topic is. */
final class PublishedSince implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, Set<String>> eventIds = new HashMap<>();

    PublishedSince() {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        TestKafka.bootstrapServers(),
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Events.ORDERS).stream()
                .map(partition -> new TopicPartition(Events.ORDERS, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // Seeking is lazy: asking for the position is what fixes it here and now.
        partitions.forEach(consumer::position);
    }

    /** Ids of the events by order and version, so far, of these orders: {@code ord_… 3} to one id if all is well. */
    Map<String, Set<String>> of(Set<String> orderIds) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> {
            if (orderIds.contains(record.key())) {
                JsonNode event = Events.read(record.value());
                eventIds.computeIfAbsent(
                                record.key() + " "
                                        + event.get("aggregateVersion").asLong(),
                                name -> new TreeSet<>())
                        .add(event.get("eventId").asText());
            }
        });
        return eventIds;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
