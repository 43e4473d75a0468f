package io.orderflow.testing.benchmarks.workload;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A topic as seen from outside, without a consumer group. Not thread safe. */
public final class Topic implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;

    public Topic(String bootstrapServers, String name) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        "false",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        "5000",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        partitions = consumer.partitionsFor(name).stream()
                .map(info -> new TopicPartition(name, info.partition()))
                .toList();
        consumer.assign(partitions);
    }

    /** What a record is handed to. */
    @FunctionalInterface
    public interface Visitor {
        void visit(ConsumerRecord<String, byte[]> received);
    }

    /** Where the topic ends now. */
    public Map<TopicPartition, Long> end() {
        return consumer.endOffsets(partitions);
    }

    /** Where the topic begins now. */
    public Map<TopicPartition, Long> beginning() {
        return consumer.beginningOffsets(partitions);
    }

    /** How many records have come since. */
    public long countSince(Map<TopicPartition, Long> start) {
        return sum(end()) - sum(start);
    }

    /** Hands over all records from the start to the end that the topic has now. */
    public void readFrom(Map<TopicPartition, Long> start, Visitor visitor) {
        Map<TopicPartition, Long> end = end();
        start.forEach(consumer::seek);
        long heardAt = System.nanoTime();
        while (end.entrySet().stream().anyMatch(last -> consumer.position(last.getKey()) < last.getValue())) {
            var received = consumer.poll(POLL);
            if (!received.isEmpty()) {
                heardAt = System.nanoTime();
            } else if (System.nanoTime() - heardAt > LONGEST_SILENCE.toNanos()) {
                throw new IllegalStateException("the broker is silent before the end of " + partitions);
            }
            received.forEach(visitor::visit);
        }
    }

    /** Goes to the end and returns what comes next, waiting at most so long; empty if nothing does. */
    public List<ConsumerRecord<String, byte[]>> poll(Duration atMost) {
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
        consumer.poll(atMost).forEach(all::add);
        return all;
    }

    public void seekToEnd() {
        end().forEach(consumer::seek);
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
