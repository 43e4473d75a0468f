package io.orderflow.kafkaadapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.testing.support.kafka.TestKafka;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

/** A commit that is repeated after a rebalance must not undo that of the member who had the partition in between. */
class ForwardOnlyConsumerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String topic = "forward." + UUID.randomUUID();
    private final TopicPartition partition = new TopicPartition(topic, 0);
    private final Map<String, Object> config = Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            TestKafka.bootstrapServers(),
            ConsumerConfig.GROUP_ID_CONFIG,
            "forward." + UUID.randomUUID(),
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest");

    @Test
    void dropsACommitThatAnotherMemberHasOvertaken() {
        assertThat(committedAfterAStaleCommit(new ForwardOnlyConsumer(config))).isEqualTo(9);
    }

    @Test
    void anOrdinaryConsumerWouldGoBack() {
        assertThat(committedAfterAStaleCommit(
                        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())))
                .isEqualTo(5);
    }

    @Test
    void goesOnForward() {
        try (ForwardOnlyConsumer consumer = new ForwardOnlyConsumer(config)) {
            records();
            own(consumer);
            consumer.commitSync(Map.of(partition, new OffsetAndMetadata(3)), PATIENCE);
            consumer.commitSync(Map.of(partition, new OffsetAndMetadata(7)), PATIENCE);
            assertThat(committed(consumer)).isEqualTo(7);
        }
    }

    /** The other member reached 9, then the partition came here, then 5 is committed once more. */
    private long committedAfterAStaleCommit(Consumer<byte[], byte[]> consumer) {
        try (consumer) {
            records();
            try (KafkaConsumer<byte[], byte[]> other =
                    new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                own(other);
                other.commitSync(Map.of(partition, new OffsetAndMetadata(9)), PATIENCE);
            }
            own(consumer);
            consumer.commitSync(Map.of(partition, new OffsetAndMetadata(5)), PATIENCE);
            return committed(consumer);
        }
    }

    private void records() {
        TestKafka.createTopic(topic, 1, Map.of());
        for (int i = 0; i < 10; i++) {
            TestKafka.send(topic, "key", new byte[] {1}, Map.of());
        }
    }

    private long committed(Consumer<byte[], byte[]> consumer) {
        return consumer.committed(Set.of(partition)).get(partition).offset();
    }

    private void own(Consumer<byte[], byte[]> consumer) {
        consumer.subscribe(List.of(topic), new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}

            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}
        });
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            consumer.poll(Duration.ofMillis(200));
            return !consumer.assignment().isEmpty();
        });
    }
}
