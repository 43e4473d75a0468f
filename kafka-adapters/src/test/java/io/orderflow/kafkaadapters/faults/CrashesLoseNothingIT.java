package io.orderflow.kafkaadapters.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.kafkaadapters.TestEvents;
import io.orderflow.kafkaadapters.faults.Evidence.Published;
import io.orderflow.kafkaadapters.faults.FaultPlan.Fault;
import io.orderflow.testing.support.kafka.BrokerProcess;
import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Two processes, each with relay and consumer, are killed, restarted and stopped past their lease at random moments, and
 * the broker is killed under them, while events are being appended: every event is published, each is applied exactly
 * once, and every key stays in order. A run is repeated with {@code -Dorderflow.test.seed=<the seed it printed>}.
 */
class CrashesLoseNothingIT {

    private static final int KEYS = 500;
    private static final int EVENTS_PER_KEY = 40;
    private static final int EVENTS_PER_TRANSACTION = 250;
    private static final Bursts BURSTS = new Bursts(20, Duration.ofSeconds(2));
    private static final Duration LEASE = Duration.ofSeconds(3);

    private final long seed = Long.getLong("orderflow.test.seed", System.nanoTime());
    private final TestDatabase database = TestPostgres.newDatabase();
    private final Effects effects = Effects.in(database);

    @Test
    void eachEventIsPublishedAndAppliedExactlyOnceAndInOrder() {
        Random random = new Random(seed);
        List<Fault> plan = FaultPlan.random(random, BURSTS, 2, LEASE);
        try (BrokerProcess broker = BrokerProcess.start()) {
            CatalogTopics.createOn(broker);
            try (FaultNode business = FaultNode.on(database, broker.bootstrapServers())
                            .dormant()
                            .start();
                    LibraryProcess first = node("crashes-1", broker);
                    LibraryProcess second = node("crashes-2", broker);
                    Workload workload = new Workload(business);
                    Chaos chaos = new Chaos(broker, List.of(first, second), this::isWorkUnderWay)) {
                workload.begin(random, KEYS, EVENTS_PER_KEY, EVENTS_PER_TRANSACTION, BURSTS);
                chaos.begin(plan);
                Set<UUID> appended = workload.awaitEnd();
                chaos.awaitEnd();
                long healed = System.nanoTime();
                awaitDrained(appended.size());
                Duration drained = Duration.ofNanos(System.nanoTime() - healed);

                List<Published> published = Evidence.published(broker.records(TestEvents.TOPIC));
                report(plan, appended.size(), published.size(), drained);
                assertThat(appended).hasSize(KEYS * EVENTS_PER_KEY);
                Evidence.assertAllPublished(appended, published);
                Evidence.assertPublishedInOrder(published);
                Evidence.assertAppliedOnce(appended, effects.all());
                Evidence.assertAppliedInOrder(effects.all());
                assertNothingSetAside(appended.size(), broker);
            }
        }
    }

    private boolean isWorkUnderWay() {
        return effects.count("select count(*) from (select 1 from outbox_event limit 1) as pending") > 0;
    }

    private LibraryProcess node(String name, BrokerProcess broker) {
        return LibraryProcess.start(
                LibraryMain.class,
                name,
                database,
                broker.bootstrapServers(),
                "group=faults.crashes.consumer",
                "orderflow.kafka.outbox.lease=" + LEASE,
                // Small ones, so that more faults find something under way.
                "orderflow.kafka.outbox.batch=50",
                "orderflow.kafka.consumer.max-poll-records=50");
    }

    private void awaitDrained(int events) {
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    assertThat(effects.count("select count(*) from outbox_event"))
                            .as("unpublished")
                            .isZero();
                    assertThat(effects.count()).as("effects").isGreaterThanOrEqualTo(events);
                });
    }

    private void assertNothingSetAside(int events, BrokerProcess broker) {
        assertThat(effects.count("select count(*) from outbox_parked"))
                .as("parked in the outbox")
                .isZero();
        assertThat(effects.count("select count(*) from inbox_parked"))
                .as("parked in the inbox")
                .isZero();
        assertThat(effects.count("select count(*) from inbox_event where outcome = 'APPLIED'"))
                .isEqualTo(events);
        assertThat(effects.count("select count(*) from inbox_event where outcome <> 'APPLIED'"))
                .isZero();
        assertThat(broker.records(TestEvents.DEAD_LETTERS)).as("dead letters").isEmpty();
    }

    private void report(List<Fault> plan, int events, int records, Duration drained) {
        Map<FaultPlan.Kind, Long> kinds =
                plan.stream().collect(Collectors.groupingBy(Fault::kind, TreeMap::new, Collectors.counting()));
        System.out.printf(
                "Crashes: %,d events of %d keys, faults %s, %,d changes of shard owners, %,d duplicates in"
                        + " the topic, drained %.1f s after the last fault, seed %d%n",
                events,
                KEYS,
                kinds,
                effects.count("select sum(epoch) from outbox_shard"),
                records - events,
                drained.toMillis() / 1000.0,
                seed);
    }
}
