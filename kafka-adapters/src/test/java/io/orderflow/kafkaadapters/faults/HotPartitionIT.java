package io.orderflow.kafkaadapters.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records of many aggregates spread over the partitions because the key is the aggregate; a constant key piles them up. */
class HotPartitionIT {

    private static final int EVENTS = 600;
    private static final int PER_TRANSACTION = 100;

    private final Victim victim = Victim.ofNewName();

    @BeforeEach
    void begin() {
        CatalogTopics.createEmpty();
    }

    @Test
    void doesNotArise() {
        publish(Business.newOrders(EVENTS));
        assertNoHotPartition();
    }

    @Test
    void arisesFromAConstantKey() {
        publish(Collections.nCopies(EVENTS, Business.newOrders(1).get(0)));
        Evidence.assertBroken(this::assertNoHotPartition);
    }

    private void publish(List<String> orders) {
        try (FaultNode node = victim.node().start()) {
            for (int from = 0; from < EVENTS; from += PER_TRANSACTION) {
                Business.append(node, orders.subList(from, from + PER_TRANSACTION));
            }
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(victim.group().lag()).isEqualTo(EVENTS));
        }
    }

    /** The group has not begun yet: its lag is the whole of what each partition got. */
    private void assertNoHotPartition() {
        Collection<Long> lags = victim.group().lagByPartition().values();
        assertThat(Collections.max(lags))
                .as("largest lag of a partition among %s", lags)
                .isLessThan(2L * EVENTS / lags.size());
    }
}
