package io.orderflow.kafkaadapters.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.testing.support.kafka.TestKafka;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Events keep coming as fast as one node can work at best, on top of a backlog. A second node makes the lag shrink. */
class SlowConsumerIT {

    private static final int BACKLOG = 60;
    private static final Duration PER_EVENT = Duration.ofMillis(40);
    private static final int PER_ROUND = 5;

    @Test
    void catchesUpWithASecondNodeAndNeverAlone() {
        CatalogTopics.createEmpty();
        Business.publish(Business.newOrders(BACKLOG));
        Victim two = Victim.ofNewName();
        Victim one = Victim.ofNewName();
        ScheduledExecutorService load = Executors.newSingleThreadScheduledExecutor();
        try (FaultNode producer = FaultNode.on(two.database(), TestKafka.bootstrapServers())
                        .start();
                FaultNode first = startSlow(two);
                FaultNode second = startSlow(two);
                FaultNode alone = startSlow(one)) {
            load.scheduleAtFixedRate(
                    () -> Business.append(producer, Business.newOrders(PER_ROUND)),
                    0,
                    PER_EVENT.toMillis() * PER_ROUND,
                    TimeUnit.MILLISECONDS);
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(200))
                    .untilAsserted(() -> assertCaughtUp(two));
            Evidence.assertBroken(() -> assertCaughtUp(one));
        } finally {
            load.shutdownNow();
        }
    }

    private static void assertCaughtUp(Victim victim) {
        assertThat(victim.group().lag()).as("lag").isLessThan(BACKLOG / 2);
    }

    /** One thread whose database needs its time for each event. */
    private static FaultNode startSlow(Victim victim) {
        return victim.node()
                .with("orderflow.kafka.consumer.concurrency", "1")
                .with("orderflow.kafka.consumer.max-poll-records", Integer.toString(PER_ROUND))
                .handler(jdbc -> new EffectHandler(
                        victim.group().name(),
                        jdbc,
                        events -> Slow.database(jdbc, PER_EVENT.multipliedBy(events.size()))))
                .start();
    }
}
