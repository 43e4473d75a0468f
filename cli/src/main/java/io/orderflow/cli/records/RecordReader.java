package io.orderflow.cli.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderflow.cli.stack.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads events from a bookmark to the present end. Leaves no trace on the broker. For one thread. */
public final class RecordReader implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int ANSWER_MILLIS = 10_000;

    private final String bootstrap;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;

    /** @throws Refusal if a topic is missing or the broker is silent */
    public RecordReader(String bootstrap, Collection<String> topics) {
        this.bootstrap = bootstrap;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5_000,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        ANSWER_MILLIS),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        this.partitions =
                topics.stream().flatMap(topic -> partitions(topic).stream()).toList();
        consumer.assign(partitions);
    }

    /** The present ends. */
    public Bookmark end() {
        try {
            return new Bookmark(consumer.endOffsets(partitions));
        } catch (TimeoutException e) {
            throw silent();
        }
    }

    /**
     * What has come since the bookmark, oldest first.
     *
     * @param wanted by key and event type; only these are looked into
     */
    public List<SeenRecord> since(Bookmark begin, BiPredicate<String, String> wanted) {
        try {
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            partitions.forEach(partition -> consumer.seek(partition, begin.at(partition)));
            List<SeenRecord> found = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> each : consumer.poll(POLL)) {
                    String type = type(each);
                    if (each.key() != null && each.value() != null && wanted.test(each.key(), type)) {
                        found.add(seen(each, type));
                    }
                }
            }
            found.sort(Comparator.comparing(SeenRecord::writtenAt)
                    .thenComparing(SeenRecord::topic)
                    .thenComparingInt(SeenRecord::partition)
                    .thenComparingLong(SeenRecord::offset));
            return found;
        } catch (TimeoutException e) {
            throw silent();
        }
    }

    @Override
    public void close() {
        consumer.close(Duration.ZERO);
    }

    private List<TopicPartition> partitions(String topic) {
        try {
            return consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
        } catch (TimeoutException e) {
            consumer.close(Duration.ZERO);
            throw silent();
        }
    }

    private Refusal silent() {
        return new Refusal("Kafka does not answer at " + bootstrap + ". Next: ./orderflow status");
    }

    private static String type(ConsumerRecord<?, ?> each) {
        Header header = each.headers().lastHeader("eventType");
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static SeenRecord seen(ConsumerRecord<String, byte[]> each, String type) {
        return new SeenRecord(
                each.topic(),
                each.partition(),
                each.offset(),
                Instant.ofEpochMilli(each.timestamp()),
                each.key(),
                type,
                json(each.value()));
    }

    /** Garbage is among the things that the outside world sends. */
    private static JsonNode json(byte[] value) {
        try {
            return JSON.readTree(value);
        } catch (IOException notJson) {
            return JSON.createObjectNode();
        }
    }
}
