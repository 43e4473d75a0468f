package io.orderflow.kafkaadapters.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.orderflow.kafkaadapters.TestEvents;
import io.orderflow.kafkaadapters.failure.FailureClass;
import io.orderflow.kafkaadapters.inbox.AwaitedEvent;
import io.orderflow.kafkaadapters.inbox.AwaitedEvents;
import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.dao.ConcurrencyFailureException;

/** What a handler parks is there for whoever brings about what it waits for, and has its effect in that transaction. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AwaitedEventsIT {

    private static final Duration HOUR = Duration.ofHours(1);

    private final String orderId = TestEvents.newOrderId();
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
    void itsAggregateGoesOnWithoutIt() {
        String order = TestEvents.newOrderId();
        scene.parking.on(order + "-2", event -> AwaitedScene.effect(event, "done"));
        scene.parking.on(order + "-3", event -> HandlingOutcome.applied());
        scene.park(order, 1, HOUR);
        InboxScene.send(InboxScene.event(order, 2));
        InboxScene.send(InboxScene.event(order, 3));
        scene.awaitLedger(order, 2, "APPLIED done");
        scene.awaitLedger(order, 3, "APPLIED");
        assertThat(scene.ledger(order, 1)).isEqualTo("PARKED not_waiting nobody waits for it");
        assertThat(scene.waiting(order, "kind || ' ' || code || ' ' || (aggregate is null)"))
                .containsExactly("AWAITED not_waiting true");
        assertThat(scene.waiting(order, "deadline - parked_at")).containsExactly("01:00:00");
    }

    @Test
    void itIsAppliedInTheTransactionOfAnotherGroupThatOpensTheDoor() {
        String order = TestEvents.newOrderId();
        double appliedBefore = scene.counted("APPLIED");
        AtomicInteger attempts = new AtomicInteger();
        scene.waking.on(order + "-2", event -> {
            scene.wake(order, found -> AwaitedScene.effect(found.event(), "woken"));
            if (attempts.incrementAndGet() == 1) {
                throw new ConcurrencyFailureException("the first attempt is lost");
            }
            return HandlingOutcome.applied("opened");
        });
        scene.park(order, 1, HOUR);
        InboxScene.send(InboxScene.event(order, 2));
        scene.awaitLedger(order, 1, "APPLIED woken");
        assertThat(scene.ledger(scene.waking, order, 2)).isEqualTo("APPLIED opened");
        assertThat(attempts).hasValue(2);
        assertThat(scene.effects(order)).as("of two attempts").isEqualTo(1);
        assertThat(scene.waiting(order, "kind")).isEmpty();
        assertThat(scene.counted("APPLIED") - appliedBefore).isEqualTo(1);
    }

    @Test
    void theyComeInTheOrderOfReceiptAndAreOfferedUntilTheyAreSettled() {
        String order = TestEvents.newOrderId();
        LongStream.rangeClosed(1, 3).forEach(version -> scene.park(order, version, HOUR));
        scene.wakeInTransaction(
                order,
                event -> event.event().envelope().aggregateVersion() == 2
                        ? HandlingOutcome.ignored("passed over")
                        : AwaitedScene.notWaiting(null));
        assertThat(scene.ledger(order, 2)).isEqualTo("IGNORED passed over");
        List<AwaitedEvent> left = scene.node().transaction().execute(status -> scene.awaited(order));
        assertThat(left)
                .extracting(event -> event.event().envelope().aggregateVersion())
                .containsExactly(1L, 3L);
        assertThat(left).extracting(AwaitedEvent::consumerGroup).containsOnly(scene.parking.group());
    }

    @Test
    void aFailureTakesTheWayOfItsClass() {
        String order = TestEvents.newOrderId();
        LongStream.rangeClosed(1, 3).forEach(version -> scene.park(order, version, HOUR));
        Map<Long, HandlingOutcome> outcomes = Map.of(
                1L, HandlingOutcome.failed(FailureClass.CONTRACT_VIOLATION, "ambiguous", "two of them"),
                2L, HandlingOutcome.failed(FailureClass.DEPENDENCY_OUTAGE, "suspended", "not now"),
                3L, HandlingOutcome.rejected("too_late", "over"));
        scene.wakeInTransaction(
                order, event -> outcomes.get(event.event().envelope().aggregateVersion()));
        assertThat(scene.ledger(order, 1)).isEqualTo("DEAD_LETTER ambiguous two of them");
        assertThat(scene.node().count("select count(*) from dead_letter where code = 'ambiguous'"))
                .isEqualTo(1);
        assertThat(scene.ledger(order, 2)).as("waits on").startsWith("PARKED");
        assertThat(scene.waiting(order, "aggregate_version")).containsExactly("2");
        assertThat(scene.ledger(order, 3)).isEqualTo("REJECTED too_late over");
    }

    @Test
    void nobodySettlesWhatSomebodyElseHasSettled() {
        String order = TestEvents.newOrderId();
        scene.park(order, 1, HOUR);
        AwaitedEvent event = scene.node()
                .transaction()
                .execute(status -> scene.awaited(order))
                .get(0);
        scene.wakeInTransaction(order, found -> AwaitedScene.effect(found.event(), "first"));
        AwaitedEvents awaited = scene.bean(AwaitedEvents.class);
        assertThatThrownBy(() -> scene.node()
                        .transaction()
                        .executeWithoutResult(
                                status -> awaited.settle(Map.of(event, HandlingOutcome.applied("second")))))
                .isInstanceOf(ConcurrencyFailureException.class);
        assertThat(scene.ledger(order, 1)).isEqualTo("APPLIED first");
        assertThatThrownBy(() -> scene.awaited(order)).as("no transaction").isInstanceOf(IllegalStateException.class);
    }

    /** The batch that woke it is done without it; it is tried alone and buried, and the opener has had its effect once. */
    @Test
    void oneThatBreaksWhoWakesItIsPutAsideAndBuried() {
        scene.park(orderId, 1, HOUR);
        AtomicInteger attempts = new AtomicInteger();
        scene.waking.on(orderId + "-2", event -> {
            attempts.incrementAndGet();
            scene.awaited(orderId).forEach(found -> {
                scene.parking.on(orderId + "-1", woken -> {
                    throw new IllegalArgumentException("poison");
                });
                scene.bean(AwaitedEvents.class).putAside(found);
                throw new ConcurrencyFailureException("the woken event breaks it; again without that one");
            });
            return AwaitedScene.effect(event, "opened");
        });
        InboxScene.send(InboxScene.event(orderId, 2));
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(scene.ledger(scene.waking, orderId, 2)).isEqualTo("APPLIED opened");
            assertThat(scene.ledger(orderId, 1))
                    .isEqualTo("DEAD_LETTER handler_failed IllegalArgumentException: poison");
        });
        assertThat(attempts).hasValue(2);
        assertThat(scene.effects(orderId)).isEqualTo(1);
        assertThat(scene.waiting(orderId, "kind")).isEmpty();
    }

    @Test
    void oneThatComesBackFromARetryTopicIsParkedAndWhatWaitedBehindItGoesOn() {
        String order = TestEvents.newOrderId();
        AtomicInteger attempts = new AtomicInteger();
        scene.parking.on(
                order + "-1",
                event -> attempts.incrementAndGet() == 1
                        ? HandlingOutcome.failed(FailureClass.DEPENDENCY_OUTAGE, "unavailable", "503")
                        : AwaitedScene.notWaiting(HOUR));
        scene.parking.on(order + "-2", event -> AwaitedScene.effect(event, "behind it"));
        InboxScene.send(InboxScene.event(order, 1));
        InboxScene.send(InboxScene.event(order, 2));
        scene.awaitLedger(order, 1, "PARKED not_waiting nobody waits for it");
        scene.awaitLedger(order, 2, "APPLIED behind it");
        scene.wakeInTransaction(order, found -> AwaitedScene.effect(found.event(), "woken"));
        assertThat(scene.ledger(order, 1)).isEqualTo("APPLIED woken");
        assertThat(attempts).hasValue(2);
    }
}
