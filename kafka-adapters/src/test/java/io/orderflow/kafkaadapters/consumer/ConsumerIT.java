package io.orderflow.kafkaadapters.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.kafkaadapters.TestEvents;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConsumerIT {

    private final String orderId = TestEvents.newOrderId();
    private final InboxScene scene = InboxScene.open();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void appliesEachEventOnceHoweverOftenItIsDelivered() {
        List<ObjectNode> events = IntStream.rangeClosed(1, 300)
                .mapToObj(version -> InboxScene.event(orderId, version))
                .toList();
        events.forEach(InboxScene::send);
        events.forEach(InboxScene::send);
        scene.awaitOutcome("APPLIED", 300);
        assertThat(scene.handler().effects(orderId)).isEqualTo(300);
        await().untilAsserted(() ->
                assertThat(scene.counter("orderflow.inbox.duplicates")).isEqualTo(300));
        assertThat(scene.node()
                        .meters()
                        .get("orderflow.inbox.event.age")
                        .tag("consumer", scene.group())
                        .timer()
                        .count())
                .as("only effects have an age")
                .isEqualTo(scene.node().count("select count(*) from inbox_event where outcome = 'APPLIED'"));
    }

    @Test
    void narrowsAPoisonedBatchDownToTheOneEventAndAppliesItsNeighbours() {
        scene.handler().failOn(orderId + "50-1");
        IntStream.rangeClosed(1, 100).forEach(order -> InboxScene.send(InboxScene.event(orderId + order, 1)));
        scene.awaitOutcome("APPLIED", 99);
        scene.awaitOutcome("DEAD_LETTER", 1);
        assertThat(scene.node().count("select count(*) from effect where line like '%s%%'".formatted(orderId)))
                .isEqualTo(99);
        JsonNode letter = scene.awaitDeadLetters(1).get(0);
        assertThat(letter.path("errorClass").asText()).isEqualTo("handler_failed");
        assertThat(letter.path("serviceBuild").asText()).isNotBlank();
        assertThat(letter.path("originalRecord").path("value").asText()).contains(orderId + "50-1");
    }

    @Test
    void triesAgainInPlaceWhileInfrastructureIsBrokenAndSkipsNothing() {
        scene.handler().breakInfrastructure(3);
        IntStream.rangeClosed(1, 20).forEach(version -> InboxScene.send(InboxScene.event(orderId, version)));
        scene.awaitOutcome("APPLIED", 20);
        assertThat(scene.handler().effects(orderId)).isEqualTo(20);
        assertThat(scene.handler().remainingBreakages()).isZero();
        assertThat(scene.outcomes()).doesNotContainKey("DEAD_LETTER");
    }

    @Test
    void storesWhatTheHandlerDecided() {
        scene.handler().decide(orderId + "-1", RecordingHandler.IGNORE);
        scene.handler().decide(orderId + "-2", RecordingHandler.REJECT);
        scene.handler().decide(orderId + "-3", RecordingHandler.FAIL);
        IntStream.rangeClosed(1, 3).forEach(version -> InboxScene.send(InboxScene.event(orderId, version)));
        scene.awaitOutcome("IGNORED", 1);
        scene.awaitOutcome("REJECTED", 1);
        scene.awaitOutcome("DEAD_LETTER", 1);
        assertThat(scene.codes()).containsEntry("unknown_aggregate", 1L).containsEntry("not_acceptable", 1L);
    }

    @Test
    void tellsHowFarItIsBehind() {
        scene.handler().breakInfrastructure(Integer.MAX_VALUE);
        IntStream.rangeClosed(1, 20).forEach(version -> InboxScene.send(InboxScene.event(orderId, version)));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(lag()).isGreaterThanOrEqualTo(20));
        scene.handler().breakInfrastructure(0);
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(lag()).isZero());
    }

    private double lag() {
        return scene.node()
                .meters()
                .get("orderflow.inbox.lag")
                .tag("consumer", scene.group())
                .gauge()
                .value();
    }
}
