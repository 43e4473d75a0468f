package io.orderflow.kafkaadapters.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Nodes join and leave again and again, and the group loses its members in the middle of their batches. */
class RebalanceStormIT {

    private static final int ROUNDS = 3;
    private static final int EVENTS_PER_ROUND = 100;

    /** A group, and the gate before the commits of its nodes. */
    private record Storm(Victim victim, Gate gate) {

        FaultNode startNode() {
            return victim.node()
                    .handler(jdbc -> new EffectHandler(victim.group().name(), jdbc, gate))
                    .start();
        }

        /** While a batch is under way a node joins, and everybody is thrown out; then the batch commits. */
        void blow() {
            gate.awaitSomebody();
            try (FaultNode passing = startNode()) {
                victim.group().expelMembers();
                gate.open();
            }
        }
    }

    @Test
    void doublesAndLosesNothingBecauseOfTheLedger() {
        CatalogTopics.createEmpty();
        Storm storm = new Storm(Victim.ofNewName(), new Gate());
        Storm worse = new Storm(Victim.withoutLedger(), new Gate());
        List<UUID> ids = new ArrayList<>();
        try (FaultNode node = storm.startNode();
                FaultNode worseNode = worse.startNode()) {
            for (int round = 0; round < ROUNDS; round++) {
                storm.gate().shut();
                worse.gate().shut();
                ids.addAll(Business.publish(Business.newOrders(EVENTS_PER_ROUND)));
                CompletableFuture.allOf(
                                CompletableFuture.runAsync(storm::blow), CompletableFuture.runAsync(worse::blow))
                        .join();
            }
            storm.victim().group().awaitNoLag();
            worse.victim().group().awaitNoLag();

            Evidence.assertAppliedOnce(ids, storm.victim().effects().all());
            Evidence.assertBroken(() ->
                    Evidence.assertAppliedOnce(ids, worse.victim().effects().all()));
        }
    }
}
