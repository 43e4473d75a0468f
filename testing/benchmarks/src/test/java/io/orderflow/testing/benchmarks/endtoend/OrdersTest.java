package io.orderflow.testing.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.testing.benchmarks.endtoend.Orders.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrdersTest {

    private final Orders orders = new Orders();

    @BeforeEach
    void offer() {
        orders.offered("one", 1_000);
        orders.offered("two", 2_000);
        orders.captured("one", "captured 1");
        orders.completed("one", "completed 1", 1_250);
    }

    @Test
    void whatIsNotCompletedIsInFlightAndMissing() {
        assertThat(orders.inFlight()).isEqualTo(1);
        assertThat(orders.runs()).containsExactly(new Run(1_000, 1_250));
        assertThatThrownBy(orders::requireEachOnce).hasMessage("two was captured 0 times and completed 0 times");
    }

    @Test
    void aRecordThatComesAgainIsCountedAndHarmless() {
        orders.captured("two", "captured 2");
        orders.completed("two", "completed 2", 2_100);
        orders.completed("two", "completed 2", 9_000);

        assertThat(orders.sentTwice()).isEqualTo(1);
        assertThat(orders.runs()).contains(new Run(2_000, 2_100)).hasSize(2);
        assertThatCode(orders::requireEachOnce).doesNotThrowAnyException();
    }

    @Test
    void twoOrdersOutOfOneQuoteAreAFailure() {
        orders.captured("two", "captured 2");
        orders.captured("two", "captured 3");
        orders.completed("two", "completed 2", 2_100);

        assertThatThrownBy(orders::requireEachOnce).hasMessage("two was captured 2 times and completed 1 times");
    }

    @Test
    void whatOthersDoIsNotCounted() {
        orders.captured("somebody else's", "captured 9");
        orders.completed("somebody else's", "completed 9", 3_000);

        assertThat(orders.completed()).isEqualTo(1);
    }
}
