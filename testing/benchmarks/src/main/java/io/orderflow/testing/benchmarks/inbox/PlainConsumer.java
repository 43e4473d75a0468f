package io.orderflow.testing.benchmarks.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What most people write: for each record parse, insert the inbox row, have the effect (none here), mark the row, commit,
 * commit the offset. It checks no schema, no tenant and no version. One thread with a consumer and partitions of its own.
 */
final class PlainConsumer implements Callable<Void> {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final String GROUP = "bench.plain.consumer";

    private final ObjectMapper json = new ObjectMapper();
    private final String bootstrapServers;
    private final List<TopicPartition> partitions;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AtomicInteger remaining;

    /** @param remaining counts down the records still to be processed; shared by all threads */
    PlainConsumer(
            String bootstrapServers,
            List<TopicPartition> partitions,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            AtomicInteger remaining) {
        this.bootstrapServers = bootstrapServers;
        this.partitions = partitions;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.remaining = remaining;
    }

    static void createTable(JdbcClient jdbc) {
        jdbc.sql(PlainInboxSql.CREATE).update();
    }

    @Override
    public Void call() throws IOException {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.GROUP_ID_CONFIG,
                GROUP,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                "false");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (remaining.get() > 0) {
                for (ConsumerRecord<String, byte[]> received : consumer.poll(POLL)) {
                    if (remaining.getAndDecrement() <= 0) {
                        return null;
                    }
                    process(received);
                    consumer.commitSync(Map.of(
                            new TopicPartition(received.topic(), received.partition()),
                            new OffsetAndMetadata(received.offset() + 1)));
                }
            }
        }
        return null;
    }

    private void process(ConsumerRecord<String, byte[]> received) throws IOException {
        JsonNode event = json.readTree(received.value());
        UUID id = UUID.fromString(event.required("eventId").asText());
        transaction.executeWithoutResult(status -> {
            boolean firstSeen = jdbc.sql(PlainInboxSql.TRY_START)
                            .param("id", id)
                            .param("consumer", GROUP)
                            .param("topic", received.topic())
                            .param("partition", received.partition())
                            .param("offset", received.offset())
                            .update()
                    == 1;
            if (firstSeen) {
                jdbc.sql(PlainInboxSql.MARK_PROCESSED)
                        .param("consumer", GROUP)
                        .param("id", id)
                        .update();
            }
        });
    }
}
