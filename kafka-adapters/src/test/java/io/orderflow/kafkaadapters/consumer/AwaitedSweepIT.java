package io.orderflow.kafkaadapters.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.kafkaadapters.Account;
import io.orderflow.kafkaadapters.TestEvents;
import io.orderflow.kafkaadapters.deadletter.DeadLetterFilter;
import io.orderflow.kafkaadapters.deadletter.DeadLetters;
import io.orderflow.kafkaadapters.deadletter.RedriveResult;
import io.orderflow.kafkaadapters.deadletter.RedriveResult.Verdict;
import io.orderflow.kafkaadapters.deadletter.RedriveTerms;
import io.orderflow.kafkaadapters.deadletter.StoredDeadLetter.State;
import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The slow look at awaited events: who was forgotten, who breaks, whose time is up. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AwaitedSweepIT {

    private static final Duration HOUR = Duration.ofHours(1);

    private AwaitedScene scene;

    @BeforeAll
    void open() {
        scene = new AwaitedScene();
    }

    @AfterAll
    void close() {
        scene.close();
    }

    @Test
    void appliesWhatNobodyAskedFor() {
        String order = TestEvents.newOrderId();
        scene.park(order, 1, HOUR);
        AtomicReference<List<?>> offered = new AtomicReference<>(List.of("never asked"));
        scene.parking.on(order + "-1", event -> {
            // As if the effect had opened what this very event waited for.
            offered.set(scene.awaited(order));
            return AwaitedScene.effect(event, "found");
        });
        scene.sweep();
        scene.awaitLedger(order, 1, "APPLIED found");
        assertThat(scene.effects(order)).isEqualTo(1);
        assertThat(scene.waiting(order, "kind")).isEmpty();
        assertThat(offered.get()).as("the one in hand is not offered again").isEmpty();
    }

    @Test
    void offersThoseOfAnOrderInTheOrderOfReceipt() {
        String order = TestEvents.newOrderId();
        LongStream.rangeClosed(1, 5).forEach(version -> scene.park(order, version, HOUR));
        List<Long> offered = new CopyOnWriteArrayList<>();
        LongStream.rangeClosed(1, 5)
                .forEach(version -> scene.parking.on(order + "-" + version, event -> {
                    offered.add(event.envelope().aggregateVersion());
                    return AwaitedScene.effect(event, "found");
                }));
        scene.sweep();
        scene.awaitLedger(order, 5, "APPLIED found");
        assertThat(offered).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void leavesWhatHasToWaitOnItsTermsAndSaysWhyNow() {
        String order = TestEvents.newOrderId();
        scene.park(order, 1, HOUR);
        String deadline = scene.waiting(order, "deadline").get(0);
        String lookedAt = scene.waiting(order, "looked_at").get(0);
        scene.parking.on(order + "-1", event -> HandlingOutcome.parked("order_held", "on hold", Duration.ofDays(9)));
        scene.sweep();
        assertThat(scene.ledger(order, 1)).isEqualTo("PARKED order_held on hold");
        assertThat(scene.waiting(order, "code || ' ' || reason")).containsExactly("order_held on hold");
        assertThat(scene.waiting(order, "deadline")).containsExactly(deadline);
        assertThat(scene.waiting(order, "looked_at")).doesNotContain(lookedAt);
    }

    @Test
    void buriesWhatThrowsAndGoesOnWithTheNext() {
        String order = TestEvents.newOrderId();
        String next = TestEvents.newOrderId();
        scene.park(order, 1, HOUR);
        scene.park(next, 1, HOUR);
        scene.parking.on(order + "-1", event -> {
            AwaitedScene.effect(event, "undone");
            throw new IllegalArgumentException("poison");
        });
        scene.parking.on(next + "-1", event -> AwaitedScene.effect(event, "found"));
        scene.sweep();
        scene.awaitLedger(order, 1, "DEAD_LETTER handler_failed IllegalArgumentException: poison");
        assertThat(scene.effects(order)).isZero();
        assertThat(scene.waiting(order, "kind")).isEmpty();
        scene.awaitLedger(next, 1, "APPLIED found");
    }

    /** Back from the dead letters it may be parked again, and is there for whoever asks. */
    @Test
    void makesADeadLetterOfWhatWaitedInVainAndARedriveParksItAgain() {
        String order = TestEvents.newOrderId();
        scene.park(order, 1, Duration.ZERO);
        scene.sweep();
        assertThat(scene.ledger(order, 1))
                .matches("DEAD_LETTER not_waiting awaited for PT\\d+S in vain: nobody waits for it");
        assertThat(scene.node()
                        .count("select count(*) from dead_letter where failure_class = 'CONTRACT_VIOLATION'"
                                + " and code = 'not_waiting' and reason like 'awaited for %' and aggregate like '%"
                                + order + "'"))
                .isEqualTo(1);
        scene.parking.on(order + "-1", event -> AwaitedScene.notWaiting(HOUR));
        assertThat(redriven(order)).extracting(RedriveResult::verdict).containsExactly(Verdict.PARKED);
        assertThat(scene.ledger(order, 1)).isEqualTo("PARKED not_waiting nobody waits for it");
        assertThat(scene.waiting(order, "deadline - parked_at")).containsExactly("01:00:00");
        scene.wakeInTransaction(order, found -> AwaitedScene.effect(found.event(), "woken"));
        assertThat(scene.ledger(order, 1)).isEqualTo("APPLIED woken");
    }

    @Test
    void whatIsHeldWithoutLimitHasNoDeadline() {
        String order = TestEvents.newOrderId();
        scene.park(order, 1, null);
        assertThat(scene.waiting(order, "deadline")).containsExactly("infinity");
        scene.sweep();
        assertThat(scene.waiting(order, "deadline")).containsExactly("infinity");
        scene.wakeInTransaction(order, found -> AwaitedScene.effect(found.event(), "released"));
        assertThat(scene.ledger(order, 1)).isEqualTo("APPLIED released");
    }

    private List<RedriveResult> redriven(String order) {
        return scene.bean(DeadLetters.class)
                .redrive(
                        new DeadLetterFilter(
                                null, Set.of(), null, null, null, null, null, order, null, null, State.OPEN),
                        new RedriveTerms(10, 1_000, false, new Account("operator", "the model is repaired")));
    }
}
