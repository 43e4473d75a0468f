package io.orderflow.cli.topics;

import io.orderflow.cli.stack.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads a topic without a consumer group: leaves no trace on the broker. */
final class TopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int ANSWER_MILLIS = 10_000;

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;

    TopicReader(String bootstrap, String topic) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        ANSWER_MILLIS),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        partitions = consumer.listTopics().getOrDefault(topic, List.of()).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        if (partitions.isEmpty()) {
            consumer.close();
            throw new Refusal("there is no topic " + topic + ". Next: ./orderflow topics list");
        }
        consumer.assign(partitions);
    }

    /** The newest records up to now, oldest first. With a key, all partitions are read from their beginning. */
    List<ConsumerRecord<String, byte[]>> last(int count, @Nullable String key) {
        Map<TopicPartition, Long> begin = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
        end.forEach((partition, offset) -> consumer.seek(
                partition, Math.max(begin.getOrDefault(partition, 0L), key == null ? offset - count : 0)));
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        while (end.entrySet().stream().anyMatch(each -> consumer.position(each.getKey()) < each.getValue())) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                if (record.offset() < end.getOrDefault(partition, 0L) && matches(record, key)) {
                    found.add(record);
                }
            }
        }
        end.forEach(consumer::seek);
        found.sort(inTime());
        return found.subList(Math.max(0, found.size() - count), found.size());
    }

    /** What has arrived since, after a short wait. */
    List<ConsumerRecord<String, byte[]>> next(@Nullable String key) {
        return StreamSupport.stream(consumer.poll(POLL).spliterator(), false)
                .filter(record -> matches(record, key))
                .sorted(inTime())
                .map(Function.identity())
                .collect(Collectors.toList());
    }

    @Override
    public void close() {
        consumer.close(Duration.ZERO);
    }

    private static boolean matches(ConsumerRecord<String, byte[]> record, @Nullable String key) {
        return key == null || key.equals(record.key());
    }

    private static Comparator<ConsumerRecord<String, byte[]>> inTime() {
        return Comparator.<ConsumerRecord<String, byte[]>>comparingLong(ConsumerRecord::timestamp)
                .thenComparingInt(ConsumerRecord::partition)
                .thenComparingLong(ConsumerRecord::offset);
    }
}
