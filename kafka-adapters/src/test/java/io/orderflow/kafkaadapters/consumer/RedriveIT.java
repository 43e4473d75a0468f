package io.orderflow.kafkaadapters.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.kafkaadapters.Account;
import io.orderflow.kafkaadapters.TestEvents;
import io.orderflow.kafkaadapters.deadletter.DeadLetterDecision;
import io.orderflow.kafkaadapters.deadletter.DeadLetterFilter;
import io.orderflow.kafkaadapters.deadletter.DeadLetters;
import io.orderflow.kafkaadapters.deadletter.RedriveResult;
import io.orderflow.kafkaadapters.deadletter.RedriveResult.Verdict;
import io.orderflow.kafkaadapters.deadletter.RedriveTerms;
import io.orderflow.kafkaadapters.deadletter.StoredDeadLetter;
import io.orderflow.kafkaadapters.failure.FailureClass;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A dead letter of every kind is repaired and brought back, is applied once, and nobody else notices. */
class RedriveIT {

    private static final Account OPERATOR = new Account("operator", "the cause is repaired");

    private final String orderId = TestEvents.newOrderId();
    private final InboxScene scene = InboxScene.open(Map.of(
            "orderflow.kafka.consumer.retry-delays.1m", "1s",
            "orderflow.kafka.consumer.retry-delays.15m", "1s",
            "orderflow.kafka.consumer.retry-delays.1h", "1s",
            "orderflow.kafka.consumer.early-wait", "1s",
            "orderflow.kafka.consumer.most-redrives", "2"));
    private final DeadLetters letters = scene.node().bean(DeadLetters.class);

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void whatBrokeTheHandlerIsAppliedOnceAndWakesWhatWaitedBehindIt() {
        scene.handler().failOn(orderId + "-2");
        LongStream.rangeClosed(1, 4).forEach(version -> InboxScene.send(InboxScene.event(orderId, version)));
        StoredDeadLetter letter = awaitLetter();
        assertThat(letter.code()).isEqualTo("handler_failed");
        scene.awaitOutcome("PARKED", 2);

        scene.handler().heal(orderId + "-2");

        assertThat(redrive()).extracting(RedriveResult::verdict).containsExactly(Verdict.APPLIED);
        assertThat(scene.handler().appliedInOrder(orderId)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(redrive()).isEmpty();
        assertThat(scene.outcomes()).containsOnly(Map.entry("APPLIED", 4L));
        assertThat(letters.decisions(letter.id())).singleElement().satisfies(decision -> {
            assertThat(decision.actor()).isEqualTo("operator");
            assertThat(decision.reason()).isEqualTo("the cause is repaired");
            assertThat(decision.code()).isEqualTo("handler_failed");
            assertThat(decision.result()).isEqualTo("APPLIED");
        });
    }

    @Test
    void whatTheHandlerRefusedIsHandledAgainAlthoughItsAggregateHasGoneOn() {
        scene.handler().decide(orderId + "-1", RecordingHandler.FAIL);
        LongStream.rangeClosed(1, 3).forEach(version -> InboxScene.send(InboxScene.event(orderId, version)));
        awaitLetter();
        scene.awaitOutcome("APPLIED", 2);
        long before = scene.handler().effects(orderId);

        scene.handler().heal(orderId + "-1");

        assertThat(redrive()).extracting(RedriveResult::verdict).containsExactly(Verdict.APPLIED);
        assertThat(scene.handler().effects(orderId)).isEqualTo(before + 1);
        InboxScene.send(InboxScene.event(orderId, 4));
        scene.awaitOutcome("APPLIED", 4);
    }

    @Test
    void anOutageThatOutlastedTheRetriesIsAppliedWhenItIsOver() {
        scene.handler().outage(orderId + "-1");
        LongStream.rangeClosed(1, 2).forEach(version -> InboxScene.send(InboxScene.event(orderId, version)));
        StoredDeadLetter letter = awaitLetter();
        assertThat(letter.failureClass()).isEqualTo(FailureClass.DEPENDENCY_OUTAGE);
        assertThat(letter.attempts()).hasSize(4);

        scene.handler().heal(orderId + "-1");

        assertThat(redrive()).extracting(RedriveResult::verdict).containsExactly(Verdict.APPLIED);
        await().untilAsserted(() ->
                assertThat(scene.handler().appliedInOrder(orderId)).containsExactly(1L, 2L));
    }

    @Test
    void aBrokenValueIsCorrectedUnderItsOwnEventId() {
        ObjectNode event = InboxScene.event(orderId, 1);
        ObjectNode broken = event.deepCopy();
        ((ObjectNode) broken.path("payload")).remove("orderLineId");
        InboxScene.send(broken);
        StoredDeadLetter letter = awaitLetter();
        assertThat(letter.code()).isEqualTo("schema_invalid");

        assertThat(redrive()).extracting(RedriveResult::verdict).containsExactly(Verdict.STILL_REFUSED);
        ObjectNode other = event.deepCopy().put("eventId", UUID.randomUUID().toString());
        assertThat(repair(letter, other).detail()).startsWith("event_id_changed");
        assertThat(scene.handler().effects(orderId)).isZero();
        assertThat(repair(letter, event).verdict()).isEqualTo(Verdict.LOOP_GUARD);
        forgive();
        assertThat(repair(letter, event).verdict()).isEqualTo(Verdict.APPLIED);

        assertThat(scene.handler().effects(orderId)).isEqualTo(1);
        assertThat(letters.decisions(letter.id()))
                .extracting(DeadLetterDecision::action)
                .containsExactly("REPAIR", "REPAIR", "REDRIVE");
        assertThat(letters.decisions(letter.id()).get(0).digest()).startsWith("sha256:");
        InboxScene.send(event);
        InboxScene.send(InboxScene.event(orderId, 2));
        scene.awaitOutcome("APPLIED", 2);
        assertThat(scene.handler().effects(orderId))
                .as("the producer's own correction came too")
                .isEqualTo(2);
    }

    @Test
    void aCorrectedRecordThatFailsInTheHandlerGoesOnAsTheLetterOfItsEvent() {
        ObjectNode event = InboxScene.event(orderId, 1);
        ObjectNode broken = event.deepCopy();
        ((ObjectNode) broken.path("payload")).remove("orderLineId");
        InboxScene.send(broken);
        StoredDeadLetter letter = awaitLetter();
        scene.handler().failOn(orderId + "-1");

        assertThat(repair(letter, event).verdict()).isEqualTo(Verdict.FAILED_AGAIN);

        StoredDeadLetter follower = awaitLetter();
        assertThat(follower.id()).isNotEqualTo(letter.id());
        assertThat(follower.ledgerId()).hasToString(event.path("eventId").asText());
        assertThat(follower.redrives()).as("carried over").isEqualTo(1);
        scene.handler().heal(orderId + "-1");
        assertThat(redrive()).extracting(RedriveResult::verdict).containsExactly(Verdict.APPLIED);
        assertThat(scene.handler().effects(orderId)).isEqualTo(1);
    }

    @Test
    void aForeignTenantAndAnUnknownVersionComeBackCorrected() {
        ObjectNode foreign = InboxScene.event(orderId, 1);
        InboxScene.send(foreign, Map.of("tenantId", "tenant_other"));
        StoredDeadLetter tenant = awaitLetter();
        assertThat(tenant.failureClass()).isEqualTo(FailureClass.TENANT_VIOLATION);
        assertThat(repair(tenant, foreign).verdict()).isEqualTo(Verdict.APPLIED);

        ObjectNode future = InboxScene.event(orderId, 2);
        InboxScene.send(future.deepCopy().put("eventVersion", 7));
        StoredDeadLetter unknown = awaitLetter();
        assertThat(unknown.failureClass()).isEqualTo(FailureClass.UNKNOWN_EVENT_VERSION);
        assertThat(repair(unknown, future).verdict()).isEqualTo(Verdict.APPLIED);
        assertThat(scene.handler().appliedInOrder(orderId)).containsExactly(1L, 2L);
    }

    @Test
    void whatCameMeanwhileInAnotherWayIsADuplicate() {
        ObjectNode event = InboxScene.event(orderId, 1);
        InboxScene.sendRaw("another-key", InboxScene.CODEC.toBytes(event), Map.of("tenantId", "tenant_demo"));
        StoredDeadLetter letter = awaitLetter();
        assertThat(letter.code()).isEqualTo("key_mismatch");
        InboxScene.send(event);
        scene.awaitOutcome("APPLIED", 1);

        assertThat(repair(letter, event).verdict()).isEqualTo(Verdict.DUPLICATE);
        assertThat(scene.handler().effects(orderId)).isEqualTo(1);
    }

    @Test
    void aDryRunTellsTheRealResultAndLeavesNothingBehind() {
        scene.handler().failOn(orderId + "-1");
        LongStream.rangeClosed(1, 2).forEach(version -> InboxScene.send(InboxScene.event(orderId, version)));
        StoredDeadLetter letter = awaitLetter();
        scene.awaitOutcome("PARKED", 1);
        double counted = scene.counter("orderflow.inbox.dead.letters");

        assertThat(dryRun()).extracting(RedriveResult::verdict).containsExactly(Verdict.FAILED_AGAIN);
        scene.handler().heal(orderId + "-1");
        assertThat(dryRun()).extracting(RedriveResult::verdict).containsExactly(Verdict.APPLIED);

        assertThat(scene.handler().effects(orderId)).isZero();
        assertThat(scene.outcomes()).containsEntry("DEAD_LETTER", 1L).containsEntry("PARKED", 1L);
        assertThat(letters.decisions(letter.id())).isEmpty();
        assertThat(letters.find(letter.id())).get().satisfies(same -> assertThat(same.redrives())
                .isZero());
        assertThat(scene.counter("orderflow.inbox.dead.letters")).isEqualTo(counted);
        assertThat(redrive()).extracting(RedriveResult::verdict).containsExactly(Verdict.APPLIED);
    }

    @Test
    void aLetterThatKeepsComingBackIsLeftAlone() {
        scene.handler().failOn(orderId + "-1");
        InboxScene.send(InboxScene.event(orderId, 1));
        StoredDeadLetter letter = awaitLetter();
        assertThat(redrive()).extracting(RedriveResult::verdict).containsExactly(Verdict.FAILED_AGAIN);
        assertThat(redrive()).extracting(RedriveResult::verdict).containsExactly(Verdict.FAILED_AGAIN);
        scene.handler().heal(orderId + "-1");
        assertThat(redrive()).extracting(RedriveResult::verdict).containsExactly(Verdict.LOOP_GUARD);
        assertThat(scene.handler().effects(orderId)).isZero();
        assertThat(letters.find(letter.id())).get().satisfies(same -> assertThat(same.attempts())
                .hasSize(3));
    }

    @Test
    void whatIsGivenUpLetsItsAggregateGoOn() {
        scene.handler().failOn(orderId + "-1");
        LongStream.rangeClosed(1, 3).forEach(version -> InboxScene.send(InboxScene.event(orderId, version)));
        StoredDeadLetter letter = awaitLetter();
        scene.awaitOutcome("PARKED", 2);
        DeadLetterFilter filter = DeadLetterFilter.openOf(scene.group());
        assertThat(letters.discard(filter, 10, true, OPERATOR)).containsExactly(letter.id());
        assertThat(letters.count(filter)).isEqualTo(1);

        assertThat(letters.discard(filter, 10, false, OPERATOR)).containsExactly(letter.id());
        scene.sweepWhen(() -> scene.outcomes().getOrDefault("APPLIED", 0L) == 2);
        assertThat(scene.handler().appliedInOrder(orderId)).containsExactly(2L, 3L);
        assertThat(letters.count(filter)).isZero();
        assertThat(letters.decisions(letter.id()))
                .extracting(DeadLetterDecision::result)
                .containsExactly("DISCARDED");
    }

    @Test
    void lettersOfAGroupThatIsGoneCanStillBeGivenUp() {
        scene.handler().failOn(orderId + "-1");
        InboxScene.send(InboxScene.event(orderId, 1));
        StoredDeadLetter letter = awaitLetter();
        scene.node()
                .jdbc()
                .sql("update dead_letter set consumer = 'renamed.consumer'")
                .update();
        DeadLetterFilter filter = DeadLetterFilter.openOf("renamed.consumer");

        assertThat(letters.redrive(filter, new RedriveTerms(10, 1_000, false, OPERATOR)))
                .extracting(RedriveResult::verdict)
                .containsExactly(Verdict.GONE);
        assertThat(letters.discard(filter, 10, false, OPERATOR)).containsExactly(letter.id());
    }

    @Test
    void whatWaitedTooLongGoesOnOnceTheMissingOneIsThere() {
        LongStream.of(1, 3).forEach(version -> InboxScene.send(InboxScene.event(orderId, version)));
        scene.awaitOutcome("PARKED", 1);
        scene.sweepWhen(() -> scene.outcomes().getOrDefault("DEAD_LETTER", 0L) == 1);
        assertThat(awaitLetter().code()).isEqualTo("waited_too_long");

        assertThat(redrive()).extracting(RedriveResult::verdict).containsExactly(Verdict.PARKED);
        InboxScene.send(InboxScene.event(orderId, 2));
        await().untilAsserted(() ->
                assertThat(scene.handler().appliedInOrder(orderId)).containsExactly(1L, 2L, 3L));
    }

    private StoredDeadLetter awaitLetter() {
        DeadLetterFilter open = DeadLetterFilter.openOf(scene.group());
        await().atMost(Duration.ofSeconds(30)).until(() -> letters.count(open) == 1);
        return letters.list(open, 10).get(0);
    }

    private List<RedriveResult> redrive() {
        return letters.redrive(DeadLetterFilter.openOf(scene.group()), new RedriveTerms(10, 1_000, false, OPERATOR));
    }

    private List<RedriveResult> dryRun() {
        return letters.redrive(DeadLetterFilter.openOf(scene.group()), new RedriveTerms(10, 1_000, true, OPERATOR));
    }

    private RedriveResult repair(StoredDeadLetter letter, ObjectNode value) {
        return letters.repair(letter.id(), InboxScene.CODEC.toBytes(value), false, OPERATOR);
    }

    private void forgive() {
        scene.node().jdbc().sql("update dead_letter set redrives = 0").update();
    }
}
