package io.orderflow.cli.topics.size;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InboxMetersTest {

    /** As a service answers, shortened. */
    private static final String ANSWER =
            """
            # HELP orderflow_inbox_batch_seconds One poll: decode, transaction, commit
            # TYPE orderflow_inbox_batch_seconds histogram
            orderflow_inbox_batch_seconds_bucket{consumer="a.orders.consumer",le="0.001"} 0
            orderflow_inbox_batch_seconds_count{consumer="a.orders.consumer"} 40
            orderflow_inbox_batch_seconds_sum{consumer="a.orders.consumer"} 2.5
            orderflow_inbox_batch_seconds_sum{application="x",consumer="a.quotes.consumer",} 1.0E-1
            # TYPE orderflow_inbox_batch_size summary
            orderflow_inbox_batch_size_count{consumer="a.orders.consumer"} 40
            orderflow_inbox_batch_size_sum{consumer="a.orders.consumer"} 1000.0
            orderflow_inbox_batch_size_count{application="x",consumer="a.quotes.consumer",} 5
            orderflow_inbox_batch_size_sum{application="x",consumer="a.quotes.consumer",} 10.0
            orderflow_inbox_batch_size_max{consumer="a.orders.consumer"} 60.0
            orderflow_inbox_batch_seconds_sum{consumer="idle.consumer"} 0.0
            orderflow_inbox_batch_size_sum{consumer="idle.consumer"} 0.0
            """;

    @Test
    void dividesTheTimeInPollsByTheEventsInThem() {
        Measured orders = InboxMeters.read(ANSWER).get("a.orders.consumer");

        assertThat(orders).isEqualTo(new Measured(2.5, 1000, 40));
        assertThat(orders.msPerEvent()).isEqualTo(2.5);
        assertThat(orders.eventsPerPoll()).isEqualTo(25);
    }

    @Test
    void readsFurtherLabelsAndExponents() {
        assertThat(InboxMeters.read(ANSWER).get("a.quotes.consumer").msPerEvent())
                .isEqualTo(10);
    }

    @Test
    void leavesOutWhoHasReceivedNothing() {
        assertThat(InboxMeters.read(ANSWER)).containsOnlyKeys("a.orders.consumer", "a.quotes.consumer");
    }

    @Test
    void tellsWhatHasBeenAddedUnlessTheServiceCountsAnew() {
        Measured now = new Measured(3, 1500, 50);

        assertThat(now.since(new Measured(2.5, 1000, 40))).isEqualTo(new Measured(0.5, 500, 10));
        assertThat(now.since(new Measured(9, 9000, 90))).isEqualTo(now);
    }
}
