package io.orderflow.kafkaadapters.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.kafkaadapters.TestEvents;
import io.orderflow.kafkaadapters.catalog.EventCatalog;
import io.orderflow.testing.support.kafka.TestKafka;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whoever runs the platform learns of dead letters by a fact, and one for a whole batch of the same kind. */
class DeadLetterAlertsIT {

    @Test
    void aBatchOfBrokenRecordsIsOneValidAlert() {
        try (InboxScene scene = InboxScene.open()) {
            String key = TestEvents.newOrderId();
            byte[] broken = "no json".getBytes(StandardCharsets.UTF_8);
            TestKafka.sendAll(Collections.nCopies(
                    40, new ProducerRecord<@Nullable String, byte[]>(TestEvents.TOPIC, key, broken)));
            scene.awaitOutcome("DEAD_LETTER", 40);
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(alerts(scene.group()).stream()
                            .mapToInt(alert -> alert.at("/payload/count").asInt())
                            .sum())
                    .isEqualTo(40));

            List<JsonNode> alerts = alerts(scene.group());
            assertThat(alerts).hasSizeLessThan(40).allSatisfy(alert -> {
                EventCatalog catalog = EventCatalog.load();
                assertThat(catalog.violations(
                                catalog.newest(DeadLetterAlerts.TYPE).orElseThrow(), alert))
                        .isEmpty();
                assertThat(alert.at("/payload/sourceTopic").asText()).isEqualTo(TestEvents.TOPIC);
                assertThat(alert.at("/payload/errorClass").asText()).isEqualTo("malformed");
                assertThat(alert.path("producer").asText()).isEqualTo("orchestration-service");
            });
            assertThat(scene.counter("orderflow.inbox.dead.letters")).isEqualTo(40);
        }
    }

    private static List<JsonNode> alerts(String group) {
        return TestKafka.records(DeadLetterAlerts.TOPIC).stream()
                .map(record -> InboxScene.parsed(record.value()))
                .filter(alert -> alert.at("/payload/consumerGroup").asText().equals(group))
                .toList();
    }
}
