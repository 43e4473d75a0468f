package io.orderflow.kafkaadapters.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.kafkaadapters.inbox.InboxEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

/** No handling survives one event in the middle of a partition. */
class PoisonEventIT {

    private static final int EVENTS = 40;

    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void isNarrowedDownAndSetAside() {
        CatalogTopics.createEmpty();
        List<UUID> ids = new ArrayList<>(Business.publish(Business.newOrdersOfOnePartition(EVENTS)));
        UUID poison = ids.remove(EVENTS / 2);
        Victim victim = Victim.ofNewName();
        Victim worse = Victim.ofNewName();
        try (FaultNode node = start(victim, poison, () -> new IllegalArgumentException("poison"));
                // Without telling failures apart every failure looks worth another try.
                FaultNode worseNode = start(worse, poison, () -> new QueryTimeoutException("try again"))) {
            await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
                Evidence.assertAppliedOnce(ids, victim.effects().all());
                assertThat(victim.deadLetters()).isEqualTo(1);
            });
            int before = attempts.get();
            await().atMost(Duration.ofMinutes(2)).until(() -> attempts.get() >= Math.max(4, before + 1));
            Evidence.assertBroken(
                    () -> Evidence.assertAppliedOnce(ids, worse.effects().all()));
        }
    }

    private FaultNode start(Victim victim, UUID poison, Supplier<RuntimeException> failure) {
        Consumer<List<InboxEvent>> interference = events -> {
            if (events.stream().anyMatch(event -> event.envelope().eventId().equals(poison))) {
                RuntimeException thrown = failure.get();
                if (thrown instanceof QueryTimeoutException) {
                    attempts.incrementAndGet();
                }
                throw thrown;
            }
        };
        return victim.node()
                .handler(jdbc -> new EffectHandler(victim.group().name(), jdbc, interference))
                .start();
    }
}
