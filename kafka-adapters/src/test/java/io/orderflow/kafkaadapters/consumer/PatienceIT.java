package io.orderflow.kafkaadapters.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.kafkaadapters.TestEvents;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is parked does not wait for ever, and what nobody woke is found. */
class PatienceIT {

    private final String orderId = TestEvents.newOrderId();

    @Test
    void whatWaitsTooLongBecomesADeadLetter() {
        try (InboxScene scene = InboxScene.open(Map.of("orderflow.kafka.consumer.early-wait", "1s"))) {
            LongStream.of(1, 3, 4).forEach(version -> InboxScene.send(InboxScene.event(orderId, version)));
            scene.awaitOutcome("PARKED", 2);
            scene.sweepWhen(() -> scene.outcomes().getOrDefault("DEAD_LETTER", 0L) == 2);
            assertThat(scene.awaitDeadLetters(2)).allSatisfy(letter -> {
                assertThat(letter.path("errorClass").asText()).isEqualTo("waited_too_long");
                assertThat(letter.path("originalRecord").path("value").asText()).contains(orderId);
                assertThat(letter.path("originalRecord")
                                .path("headers")
                                .path("tenantId")
                                .asText())
                        .isEqualTo("tenant_demo");
            });
            assertThat(scene.node().count("select count(*) from inbox_parked")).isZero();
            assertThat(scene.handler().appliedInOrder(orderId)).containsExactly(1L);
        }
    }

    @Test
    void whatNobodyWokeIsFoundByTheSweep() {
        try (InboxScene scene = InboxScene.open()) {
            LongStream.of(1, 3, 4, 5).forEach(version -> InboxScene.send(InboxScene.event(orderId, version)));
            scene.awaitOutcome("PARKED", 3);
            // As if the second one had been done without anybody looking for what was behind it.
            scene.node().jdbc().sql("update inbox_aggregate set version = 2").update();
            scene.sweepWhen(() -> scene.outcomes().getOrDefault("APPLIED", 0L) == 4);
            assertThat(scene.handler().appliedInOrder(orderId)).containsExactly(1L, 3L, 4L, 5L);
        }
    }

    @Test
    void aParkedEventThatBreaksTheHandlerIsBuriedAndNotTheOneThatWokeIt() {
        try (InboxScene scene = InboxScene.open()) {
            scene.handler().failOn(orderId + "-3");
            LongStream.of(1, 3, 4).forEach(version -> InboxScene.send(InboxScene.event(orderId, version)));
            scene.awaitOutcome("PARKED", 2);
            InboxScene.send(InboxScene.event(orderId, 2));
            scene.awaitOutcome("APPLIED", 2);
            scene.sweepWhen(() -> scene.outcomes().getOrDefault("DEAD_LETTER", 0L) == 1);
            assertThat(scene.awaitDeadLetters(1).get(0).path("errorClass").asText())
                    .isEqualTo("handler_failed");
            assertThat(scene.handler().appliedInOrder(orderId)).containsExactly(1L, 2L);
            assertThat(scene.outcomes()).containsEntry("PARKED", 1L);
        }
    }

    @Test
    void anUnknownVersionWaitsIfThatIsThePolicy() {
        try (InboxScene scene = InboxScene.open(Map.of("orderflow.kafka.consumer.unknown-version", "park"))) {
            ObjectNode event = InboxScene.event(orderId, 1);
            UUID id = UUID.fromString(event.path("eventId").asText());
            InboxScene.send(event.deepCopy().put("eventVersion", 7));
            scene.awaitOutcome("PARKED", 1);
            assertThat(scene.codes()).containsEntry("unsupported_version", 1L);
            scene.sweep();
            assertThat(scene.outcomes()).as("still unknown").containsEntry("PARKED", 1L);
            // The upgrade: what was an unknown version is a known one now.
            scene.node()
                    .jdbc()
                    .sql("update inbox_parked set record_value = :value")
                    .param("value", InboxScene.CODEC.toBytes(event))
                    .update();
            scene.sweepWhen(() -> scene.outcomes().getOrDefault("APPLIED", 0L) == 1);
            assertThat(scene.handler().effects(orderId)).isEqualTo(1);
            assertThat(scene.node()
                            .jdbc()
                            .sql("select outcome from inbox_event where event_id = :id")
                            .param("id", id)
                            .query(String.class)
                            .single())
                    .isEqualTo("APPLIED");
            assertThat(scene.node().count("select count(*) from inbox_parked")).isZero();
            assertThat(scene.deadLetters()).isEmpty();
        }
    }

    @Test
    void withoutThatPolicyItIsADeadLetterAtOnce() {
        try (InboxScene scene = InboxScene.open()) {
            InboxScene.send(InboxScene.event(orderId, 1).put("eventVersion", 7));
            scene.awaitOutcome("DEAD_LETTER", 1, Duration.ofSeconds(10));
            assertThat(scene.awaitDeadLetters(1).get(0).path("failureClass").asText())
                    .isEqualTo("UNKNOWN_EVENT_VERSION");
        }
    }
}
