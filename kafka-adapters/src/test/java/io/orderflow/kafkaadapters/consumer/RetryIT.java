package io.orderflow.kafkaadapters.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.kafkaadapters.TestEvents;
import io.orderflow.kafkaadapters.topics.TopicNames;
import io.orderflow.testing.support.kafka.TestKafka;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody else's outage: three more chances on the retry topics, then a dead letter that tells the whole story. */
class RetryIT {

    private static final String FIRST_RETRY = TopicNames.retry(TestEvents.TOPIC, "1m");

    private final String orderId = TestEvents.newOrderId();
    private final InboxScene scene = InboxScene.open(Map.of(
            "orderflow.kafka.consumer.retry-delays.1m", "1s",
            "orderflow.kafka.consumer.retry-delays.15m", "1s",
            "orderflow.kafka.consumer.retry-delays.1h", "1s"));

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void givesUpAfterThreeMoreAttemptsAndTellsThemAll() {
        scene.handler().outage(orderId + "-1");
        InboxScene.send(InboxScene.event(orderId, 1));
        scene.awaitOutcome("DEAD_LETTER", 1, Duration.ofSeconds(30));
        JsonNode letter = scene.awaitDeadLetters(1).get(0);
        assertThat(letter.path("attemptCount").asInt()).isEqualTo(4);
        assertThat(letter.path("attempts")).hasSize(3).allSatisfy(attempt -> {
            assertThat(attempt.path("errorClass").asText()).isEqualTo("provider_unavailable");
            assertThat(attempt.path("at").asText()).isNotBlank();
        });
        assertThat(letter.path("failureClass").asText()).isEqualTo("DEPENDENCY_OUTAGE");
        assertThat(letter.path("sourceTopic").asText()).isEqualTo(TestEvents.TOPIC);
        assertThat(scene.handler().effects(orderId)).isZero();
    }

    @Test
    void otherOrdersGoOnMeanwhile() {
        scene.handler().outage(orderId + "-1");
        InboxScene.send(InboxScene.event(orderId, 1));
        scene.awaitOutcome("RETRYING", 1);
        String other = TestEvents.newOrderId();
        LongStream.rangeClosed(1, 20).forEach(version -> InboxScene.send(InboxScene.event(other, version)));
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(scene.handler().effects(other)).isEqualTo(20));
    }

    @Test
    void appliesOnceWhatIsDeliveredTwiceOnARetryTopic() {
        scene.handler().outage(orderId + "-1");
        InboxScene.send(InboxScene.event(orderId, 1));
        scene.awaitOutcome("RETRYING", 1);
        ConsumerRecord<String, byte[]> retry = awaitRetry();
        scene.handler().endOutage(orderId + "-1");
        for (int i = 0; i < 5; i++) {
            TestKafka.send(FIRST_RETRY, retry.key(), retry.value(), headers(retry));
        }
        scene.awaitOutcome("APPLIED", 1);
        String later = TestEvents.newOrderId();
        scene.handler().outage(later + "-1");
        InboxScene.send(InboxScene.event(later, 1));
        scene.handler().endOutage(later + "-1");
        scene.awaitOutcome("APPLIED", 2);
        assertThat(scene.handler().effects(orderId)).isEqualTo(1);
    }

    @Test
    void neverAppliesWhatSomebodyElsePutOnARetryTopic() {
        ObjectNode forged = InboxScene.event(orderId, 1);
        TestKafka.send(FIRST_RETRY, orderId, InboxScene.CODEC.toBytes(forged), Map.of("tenantId", "tenant_demo"));
        TestKafka.send(
                FIRST_RETRY,
                orderId,
                InboxScene.CODEC.toBytes(forged),
                Map.of(
                        "tenantId",
                        "tenant_demo",
                        RetryHeaders.CONSUMER_GROUP,
                        scene.group(),
                        RetryHeaders.SOURCE,
                        "{\"topic\":\"%s\",\"partition\":0,\"offset\":1,\"timestamp\":1}".formatted(TestEvents.TOPIC),
                        RetryHeaders.HISTORY,
                        "[{\"at\":\"2026-01-01T00:00:00Z\",\"errorClass\":\"x\",\"errorMessage\":\"y\"}]"));
        // The next record of the same key is on the same partition, behind all of these.
        for (String nonsense : List.of("null", "{}", "[null]", "x")) {
            TestKafka.send(
                    FIRST_RETRY,
                    orderId,
                    InboxScene.CODEC.toBytes(forged),
                    Map.of(
                            RetryHeaders.CONSUMER_GROUP,
                            scene.group(),
                            RetryHeaders.SOURCE,
                            nonsense,
                            RetryHeaders.HISTORY,
                            "[null]"));
        }
        scene.handler().outage(orderId + "-1");
        InboxScene.send(InboxScene.event(orderId, 1));
        scene.awaitOutcome("RETRYING", 1);
        assertThat(scene.handler().effects(orderId)).as("unknown to the ledger").isZero();
        scene.handler().endOutage(orderId + "-1");
        scene.awaitOutcome("APPLIED", 1);
    }

    @Test
    void neverAppliesAnotherContentUnderTheIdOfAWaitingEvent() {
        scene.handler().outage(orderId + "-1");
        InboxScene.send(InboxScene.event(orderId, 1));
        scene.awaitOutcome("RETRYING", 1);
        ConsumerRecord<String, byte[]> retry = awaitRetry();
        ObjectNode forged = (ObjectNode) InboxScene.parsed(retry.value());
        ((ObjectNode) forged.path("payload")).put("orderLineId", orderId + "-666");
        TestKafka.send(FIRST_RETRY, orderId, InboxScene.CODEC.toBytes(forged), headers(retry));
        await().atMost(Duration.ofSeconds(15))
                .until(() -> scene.node().count("select count(*) from inbox_event where attempts > 1") == 1);
        scene.handler().endOutage(orderId + "-1");
        scene.awaitOutcome("APPLIED", 1);
        assertThat(scene.handler().appliedInOrder(orderId)).containsExactly(1L);
    }

    @Test
    void whatIsNotAcceptedAnyMoreBecomesADeadLetterInsteadOfWaitingForEver() {
        scene.handler().outage(orderId + "-1");
        InboxScene.send(InboxScene.event(orderId, 1));
        scene.awaitOutcome("RETRYING", 1);
        ConsumerRecord<String, byte[]> retry = awaitRetry();
        ObjectNode stricter = ((ObjectNode) InboxScene.parsed(retry.value())).put("tenantId", "tenant_gone");
        // Its turn comes right behind the first retry, which the outage makes the second attempt.
        Map<String, String> headers = headers(retry);
        headers.computeIfPresent(
                RetryHeaders.HISTORY, (name, one) -> one.substring(0, one.length() - 1) + "," + one.substring(1));
        TestKafka.send(FIRST_RETRY, orderId, InboxScene.CODEC.toBytes(stricter), headers);
        scene.awaitOutcome("DEAD_LETTER", 1);
        assertThat(scene.codes()).as("not the outage that went on").containsEntry("tenant_mismatch", 1L);
        assertThat(scene.node().count("select count(*) from inbox_event where outcome = 'RETRYING'"))
                .isZero();
    }

    private ConsumerRecord<String, byte[]> awaitRetry() {
        await().atMost(Duration.ofSeconds(10)).until(() -> !retries().isEmpty());
        return retries().get(0);
    }

    private List<ConsumerRecord<String, byte[]>> retries() {
        return TestKafka.records(FIRST_RETRY).stream()
                .filter(record -> orderId.equals(record.key()))
                .toList();
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value())));
        return headers;
    }
}
