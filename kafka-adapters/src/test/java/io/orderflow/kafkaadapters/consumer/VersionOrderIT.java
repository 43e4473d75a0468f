package io.orderflow.kafkaadapters.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.kafkaadapters.TestEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Effects follow the versions of an aggregate, whatever order its events arrive in. */
class VersionOrderIT {

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
    void parksWhatComesTooEarlyAndWakesItWithTheMissingOne() {
        LongStream.of(1, 3, 5, 4).forEach(version -> InboxScene.send(InboxScene.event(orderId, version)));
        scene.awaitOutcome("PARKED", 3);
        assertThat(scene.handler().appliedInOrder(orderId)).containsExactly(1L);
        assertThat(scene.codes()).containsEntry("version_gap", 3L);
        InboxScene.send(InboxScene.event(orderId, 2));
        scene.awaitOutcome("APPLIED", 5);
        assertThat(scene.handler().appliedInOrder(orderId)).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(scene.node().count("select count(*) from inbox_parked")).isZero();
    }

    @Test
    void recordsAsStaleWhatIsOlderThanTheLast() {
        LongStream.of(1, 2).forEach(version -> InboxScene.send(InboxScene.event(orderId, version)));
        scene.awaitOutcome("APPLIED", 2);
        InboxScene.send(InboxScene.event(orderId, 1));
        scene.awaitOutcome("STALE", 1);
        assertThat(scene.handler().appliedInOrder(orderId)).containsExactly(1L, 2L);
    }

    @Test
    void holdsTheOrderBehindARecordThatIsBeingRetried() {
        scene.handler().outage(orderId + "-2");
        LongStream.rangeClosed(1, 50).forEach(version -> InboxScene.send(InboxScene.event(orderId, version)));
        scene.awaitOutcome("RETRYING", 1);
        scene.awaitOutcome("PARKED", 48);
        await().atMost(Duration.ofSeconds(15)).until(() -> attemptsOfTheSecond() == 2);
        scene.handler().endOutage(orderId + "-2");
        scene.awaitOutcome("APPLIED", 50, Duration.ofSeconds(15));
        assertThat(scene.handler().appliedInOrder(orderId))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 50).boxed().toList());
        assertThat(attemptsOfTheSecond()).isEqualTo(3);
        assertThat(scene.counter("orderflow.inbox.retries")).isEqualTo(2);
    }

    private long attemptsOfTheSecond() {
        return scene.node().count("select attempts from inbox_event where aggregate_version = 2");
    }

    @Test
    void holdsTheOrderBehindADeadLetterAndLetsOtherOrdersPass() {
        scene.handler().failOn(orderId + "-2");
        String other = TestEvents.newOrderId();
        LongStream.rangeClosed(1, 5).forEach(version -> {
            InboxScene.send(InboxScene.event(orderId, version));
            InboxScene.send(InboxScene.event(other, version));
        });
        scene.awaitOutcome("DEAD_LETTER", 1);
        scene.awaitOutcome("PARKED", 3);
        scene.awaitOutcome("APPLIED", 6);
        assertThat(scene.handler().appliedInOrder(orderId)).containsExactly(1L);
        assertThat(scene.handler().appliedInOrder(other)).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void goesOnBehindAnEventThatTheHandlerDecidedAgainst() {
        scene.handler().decide(orderId + "-2", RecordingHandler.FAIL);
        LongStream.rangeClosed(1, 5).forEach(version -> InboxScene.send(InboxScene.event(orderId, version)));
        scene.awaitOutcome("DEAD_LETTER", 1);
        scene.awaitOutcome("APPLIED", 4);
        assertThat(scene.awaitDeadLetters(1)).hasSize(1);
    }

    @Test
    void appliesShuffledEventsOfManyOrdersEachOnceAndInOrder() {
        long seed = Long.getLong("seed", 20_260_702L);
        int orders = 100;
        int versions = 20;
        List<ObjectNode> events = new ArrayList<>();
        for (int order = 0; order < orders; order++) {
            for (int version = 1; version <= versions; version++) {
                ObjectNode event = InboxScene.event(orderId + "_" + order, version);
                events.add(event);
                if (version % 4 == 0) {
                    events.add(event);
                }
            }
        }
        Collections.shuffle(events, new Random(seed));
        events.forEach(InboxScene::send);
        scene.awaitOutcome("APPLIED", orders * versions, Duration.ofSeconds(60));
        List<Long> expected = LongStream.rangeClosed(1, versions).boxed().toList();
        IntStream.range(0, orders).forEach(order -> assertThat(scene.handler().appliedInOrder(orderId + "_" + order))
                .as("order %d, seed %d", order, seed)
                .isEqualTo(expected));
        assertThat(scene.node().count("select count(*) from inbox_parked")).isZero();
    }

    @Test
    void tellsHowManyAreParked() {
        InboxScene.send(InboxScene.event(orderId, 2));
        scene.awaitOutcome("PARKED", 1);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(scene.node()
                        .meters()
                        .get("orderflow.inbox.parked")
                        .tag("consumer", scene.group())
                        .tag("kind", "EARLY")
                        .gauge()
                        .value())
                .isEqualTo(1));
    }
}
