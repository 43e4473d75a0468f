package io.orderflow.kafkaadapters.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.kafkaadapters.TestEvents;
import io.orderflow.kafkaadapters.catalog.EventCatalog;
import io.orderflow.testing.support.kafka.TestKafka;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever runs the platform learns of dead letters by a fact, and one for a whole batch of the same kind. */
class DeadLetterAlertsIT {

    @Test
    void aBatchOfBrokenRecordsIsOneValidAlert() {
        try (InboxScene scene = InboxScene.open()) {
            String key = TestEvents.newOrderId();
            for (int i = 0; i < 40; i++) {
                InboxScene.sendRaw(key, "no json".getBytes(java.nio.charset.StandardCharsets.UTF_8), Map.of());
            }
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
            assertThat(scene.node().meters().get("orderflow.inbox.dead.letters").counters())
                    .isNotEmpty();
        }
    }

    private static List<JsonNode> alerts(String group) {
        return TestKafka.records(DeadLetterAlerts.TOPIC).stream()
                .map(record -> InboxScene.parsed(record.value()))
                .filter(alert -> alert.at("/payload/consumerGroup").asText().equals(group))
                .toList();
    }
}
