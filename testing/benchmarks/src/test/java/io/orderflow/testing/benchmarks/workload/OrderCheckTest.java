package io.orderflow.testing.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class OrderCheckTest {

    private static final Backlog BACKLOG = new Backlog("run", 6, 2);

    private final OrderCheck check = new OrderCheck();

    @Test
    void acceptsWhatIsCompleteAndInOrderAndCountsRepetitions() {
        see(0, 1, 2, 1, 2, 3);
        see(1, 1, 2, 3, 3);

        check.requireAll(BACKLOG);

        assertThat(check.repetitions()).isEqualTo(3);
    }

    @Test
    void refusesAVersionBeforeItsPredecessor() {
        see(0, 1);

        assertThatThrownBy(() -> see(0, 3, 2)).hasMessageContaining("order broken");
    }

    @Test
    void refusesALostEnd() {
        see(0, 1, 2, 3);
        see(1, 1, 2);

        assertThatThrownBy(() -> check.requireAll(BACKLOG)).hasMessageContaining("lost");
    }

    @Test
    void refusesALostKey() {
        see(1, 1, 2, 3);

        assertThatThrownBy(() -> check.requireAll(BACKLOG)).hasMessageContaining("lost");
    }

    private void see(int key, int... versions) {
        for (int version : versions) {
            byte[] value = "{\"aggregateVersion\":%d}".formatted(version).getBytes(StandardCharsets.UTF_8);
            check.see(new ConsumerRecord<>(Events.TOPIC, 0, 0, Events.orderId(BACKLOG.run(), key), value));
        }
    }
}
