package io.orderflow.orderservice.projection.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.orderservice.projection.Change;
import io.orderflow.orderservice.projection.OrderFact;
import io.orderflow.orderservice.projection.SummaryKey;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EarlyFactsTest {

    private static final SummaryKey KEY = new SummaryKey("tenant", "ord_1");

    private final EarlyFacts early = new EarlyFacts();

    @Test
    void theStoredPositionStaysBeforeTheFirstThatWaits() {
        OrderFact third = fact(3);
        early.hold(third, 7, 100);
        early.hold(fact(4), 7, 90);
        assertThat(early.settled(7, 200)).isEqualTo(90);
        assertThat(early.settled(8, 200)).isEqualTo(200);

        assertThat(early.take(KEY, 2)).isNull();
        assertThat(early.take(KEY, 3)).isSameAs(third);
        assertThat(early.settled(7, 200)).isEqualTo(90);
        assertThat(early.take(KEY, 4)).isNotNull();
        assertThat(early.settled(7, 200)).isEqualTo(200);
        assertThat(early.size()).isZero();
    }

    @Test
    void ofTwoWithTheSameVersionTheFirstCounts() {
        OrderFact first = fact(3);
        early.hold(first, 7, 100);
        early.hold(fact(3), 7, 101);

        assertThat(early.take(KEY, 3)).isSameAs(first);
        assertThat(early.take(KEY, 3)).isNull();
        assertThat(early.settled(7, 102)).isEqualTo(102);
    }

    private static OrderFact fact(long version) {
        return new OrderFact(KEY, version, Instant.EPOCH, Change.NOTHING);
    }
}
