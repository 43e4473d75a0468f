package io.orderflow.kafkaadapters.faults;

import io.orderflow.testing.support.kafka.TestKafka;
import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.util.Arrays;

/**
 * A consumer group with a database of its own, so that two of them, one of them worse, can go through the same.
 *
 * @param effects what its nodes have done
 */
record Victim(TestDatabase database, Effects effects, ConsumerGroup group) {

    static Victim ofNewName() {
        TestDatabase database = TestPostgres.newDatabase();
        return new Victim(database, Effects.in(database), ConsumerGroup.ofNewName());
    }

    /** As {@link #ofNewName()}, with a ledger that forgets. */
    static Victim withoutLedger() {
        Victim victim = ofNewName();
        FaultNode.on(victim.database, TestKafka.bootstrapServers())
                .dormant()
                .start()
                .close();
        SwitchedOff.ledger(victim.effects.jdbc());
        return victim;
    }

    /** A node to be started, without any handler yet. */
    FaultNode.Builder node() {
        return FaultNode.on(database, TestKafka.bootstrapServers());
    }

    /** A node that does its work. */
    FaultNode startNode() {
        return node().handler(jdbc -> new EffectHandler(group.name(), jdbc)).start();
    }

    /** As {@link #startNode()}, in a process of its own. */
    LibraryProcess startProcess(String name, String... settings) {
        String[] all = Arrays.copyOf(settings, settings.length + 1);
        all[settings.length] = "group=" + group.name();
        return LibraryProcess.start(LibraryMain.class, name, database, TestKafka.bootstrapServers(), all);
    }

    long deadLetters() {
        return effects.count("select count(*) from inbox_event where outcome = 'DEAD_LETTER'");
    }
}
