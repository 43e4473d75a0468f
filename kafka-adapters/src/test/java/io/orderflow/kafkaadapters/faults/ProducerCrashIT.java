package io.orderflow.kafkaadapters.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.kafkaadapters.TestEvents;
import io.orderflow.testing.support.kafka.TestKafka;
import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A producer's process dies right after the commit of a fact and before anything was sent. */
class ProducerCrashIT {

    private final TestDatabase withOutbox = TestPostgres.newDatabase();
    private final TestDatabase without = TestPostgres.newDatabase();

    @Test
    void losesNothingBecauseOfTheOutbox() {
        CatalogTopics.createEmpty();
        Effects facts = factsOf(withOutbox);
        Effects lost = factsOf(without);
        try (LibraryProcess producer = producer(withOutbox, "outbox");
                LibraryProcess worse = producer(without, "directly")) {
            producer.awaitEnd();
            worse.awaitEnd();
        }
        assertThat(committed(facts)).hasSize(1);
        assertThat(committed(lost)).hasSize(1);

        try (FaultNode restarted = restarted(withOutbox);
                FaultNode worseRestarted = restarted(without)) {
            await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
                assertThat(facts.count("select count(*) from outbox_event")).isZero();
                check(facts);
            });
            Evidence.assertBroken(() -> check(lost));
        }
    }

    private static void check(Effects facts) {
        Evidence.assertAllPublished(committed(facts), Evidence.published(TestKafka.records(TestEvents.TOPIC)));
    }

    private static LibraryProcess producer(TestDatabase database, String publish) {
        return LibraryProcess.start(
                PublisherMain.class,
                "producer-crash-" + publish,
                database,
                TestKafka.bootstrapServers(),
                "publish=" + publish);
    }

    private static FaultNode restarted(TestDatabase database) {
        return FaultNode.on(database, TestKafka.bootstrapServers()).start();
    }

    private static Effects factsOf(TestDatabase database) {
        Effects effects = Effects.in(database);
        effects.jdbc().sql("create table fact (event_id uuid not null)").update();
        return effects;
    }

    private static List<UUID> committed(Effects facts) {
        return facts.jdbc().sql("select event_id from fact").query(UUID.class).list();
    }
}
