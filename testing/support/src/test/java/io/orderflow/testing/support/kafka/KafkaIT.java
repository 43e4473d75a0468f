package io.orderflow.testing.support.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class KafkaIT {

    private final String topic = "support." + UUID.randomUUID();

    @Test
    void givesBackWhatWasSent() {
        TestKafka.createTopic(topic, 3);
        TestKafka.send(topic, "key", "value", Map.of("eventType", "SomethingHappened"));

        assertThat(TestKafka.records(topic)).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo("key");
            assertThat(record.value()).asString(StandardCharsets.UTF_8).isEqualTo("value");
            assertThat(record.headers().lastHeader("eventType").value())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("SomethingHappened");
        });
    }

    @Test
    void readsAllPartitionsInOffsetOrder() {
        TestKafka.createTopic(topic, 4);
        TestKafka.sendAll(IntStream.range(0, 200)
                .mapToObj(i -> new ProducerRecord<>(topic, "key-" + i % 20, new byte[] {(byte) i}))
                .toList());

        var records = TestKafka.records(topic);

        assertThat(records).hasSize(200);
        assertThat(records)
                .isSortedAccordingTo((a, b) -> a.partition() != b.partition()
                        ? Integer.compare(a.partition(), b.partition())
                        : Long.compare(a.offset(), b.offset()));
    }

    @Test
    void createsNoTopicByChance() throws Exception {
        assertThatThrownBy(() -> TestKafka.send(topic, "key", "value", Map.of()))
                .hasStackTraceContaining("not present in metadata");

        assertThat(topics()).doesNotContain(topic);
    }

    @Test
    void refusesToReadATopicThatDoesNotExist() {
        assertThatThrownBy(() -> TestKafka.records(topic)).hasMessageContaining("does not exist");
    }

    @Test
    void leavesAnExistingTopicUnlessItsPartitionsDiffer() {
        TestKafka.createTopic(topic, 2);
        TestKafka.send(topic, "key", "value", Map.of());
        TestKafka.createTopic(topic, 2);

        assertThat(TestKafka.records(topic)).hasSize(1);
        assertThatThrownBy(() -> TestKafka.createTopic(topic, 5)).hasMessageContaining("2 partitions, not 5");
    }

    private static Set<String> topics() throws Exception {
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, TestKafka.bootstrapServers()))) {
            return admin.listTopics().names().get();
        }
    }
}
