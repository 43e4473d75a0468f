package io.orderflow.kafkaadapters.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A consumer's process dies on either side of its commit; another process takes over. */
class ConsumerCrashIT {

    private static final int EVENTS = 60;

    private List<UUID> ids = List.of();

    @BeforeEach
    void publish() {
        CatalogTopics.createEmpty();
        ids = Business.publish(Business.newOrders(EVENTS));
    }

    @Test
    void afterTheCommitDoublesNothingBecauseOfTheLedger() {
        Victim victim = Victim.ofNewName();
        Victim worse = Victim.withoutLedger();
        try (LibraryProcess process = victim.startProcess("crash-ledger", "crash=after-commit");
                LibraryProcess other = worse.startProcess("crash-no-ledger", "crash=after-commit")) {
            process.awaitEnd();
            other.awaitEnd();
        }
        assertThat(victim.effects().count()).as("committed before the crash").isPositive();
        takeOver(victim);
        takeOver(worse);
        Evidence.assertAppliedOnce(ids, victim.effects().all());
        Evidence.assertBroken(
                () -> Evidence.assertAppliedOnce(ids, worse.effects().all()));
    }

    @Test
    void beforeTheCommitLosesNothingBecauseOffsetsComeLast() {
        Victim victim = Victim.ofNewName();
        Victim worse = Victim.ofNewName();
        try (LibraryProcess process = victim.startProcess("crash-offsets-last", "crash=before-commit");
                LibraryProcess other =
                        worse.startProcess("crash-offsets-first", "crash=before-commit", "offsets=early")) {
            process.awaitEnd();
            other.awaitEnd();
        }
        assertThat(victim.effects().count()).as("committed before the crash").isZero();
        takeOver(victim);
        takeOver(worse);
        Evidence.assertAppliedOnce(ids, victim.effects().all());
        Evidence.assertBroken(
                () -> Evidence.assertAppliedOnce(ids, worse.effects().all()));
    }

    /** Another process of the same group works off what is left, as far as it is told what is left. */
    private static void takeOver(Victim victim) {
        victim.group().expelMembers();
        try (FaultNode heir = victim.startNode()) {
            victim.group().awaitNoLag();
        }
    }
}
