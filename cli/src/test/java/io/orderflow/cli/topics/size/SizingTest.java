package io.orderflow.cli.topics.size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.orderflow.cli.topics.size.GroupSize.Verdict;
import io.orderflow.kafkaadapters.topics.TopicDefinition;
import io.orderflow.kafkaadapters.topics.TopicLoad;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The formula of capacity planning, by hand. */
class SizingTest {

    private static final Offset<Double> EXACT = within(1e-9);
    private static final String GROUP = "orchestration-service.order-events.consumer";

    @Test
    void addsUpThePeak() {
        // 100 quotes/s, each 4 facts and 3 for each of 5 lines: 1900/s; 2 % of them once more: 38/s.
        Peak.Rate rate = peak(100, 5, 2, 0).rate(topic(12, new TopicLoad(4, 3)));

        assertThat(rate.first()).isEqualTo(1900, EXACT);
        assertThat(rate.retries()).isEqualTo(38, EXACT);
        assertThat(rate.total()).isEqualTo(1938, EXACT);
    }

    @Test
    void believesARateThatIsKnownBetter() {
        Peak peak = new Peak(100, 5, 10, 0, 2, Map.of("oms.order.events.v1", 50.0));

        assertThat(peak.rate(topic(12, new TopicLoad(4, 3))).total()).isEqualTo(55, EXACT);
    }

    @Test
    void reckonsConsumersAndPartitions() {
        // 1000/s x 2.5 ms = 2.5 s of work a second: 3 consumers; twice that is 6 partitions.
        GroupSize size = GroupSize.of(GROUP, 1000, 12, 2.5, peak(1, 1, 0, 0));

        assertThat(size.requiredConsumers()).isEqualTo(3);
        assertThat(size.requiredPartitions()).isEqualTo(6);
        assertThat(size.verdict()).isEqualTo(Verdict.FITS);
    }

    @Test
    void needsOneConsumerForTheSmallestTrickle() {
        assertThat(GroupSize.of(GROUP, 0.001, 1, 0.01, new Peak(1, 1, 0, 0, 1, Map.of())))
                .satisfies(size -> assertThat(size.requiredPartitions()).isEqualTo(1))
                .satisfies(size -> assertThat(size.verdict()).isEqualTo(Verdict.FITS));
    }

    @Test
    void findsTooFewPartitions() {
        assertThat(GroupSize.of(GROUP, 1000, 5, 2.5, peak(1, 1, 0, 0)).verdict())
                .isEqualTo(Verdict.TOO_FEW_PARTITIONS);
    }

    @Test
    void findsAKeyThatNoNumberOfPartitionsHelps() {
        // A fifth of 1000/s x 6 ms is 1.2 s of work a second, and one key has one consumer.
        GroupSize size = GroupSize.of(GROUP, 1000, 1000, 6.0, peak(1, 1, 0, 20));

        assertThat(size.largestKeyLoad()).isEqualTo(1.2, EXACT);
        assertThat(size.verdict()).isEqualTo(Verdict.KEY_TOO_HOT);
    }

    @Test
    void findsThatTheLargestKeyAndItsNeighboursAreTooMuchTogether() {
        // Half of it in one key: 0.75, and a third of the rest: 0.25. Exactly as much as one consumer can do.
        GroupSize size = GroupSize.of(GROUP, 1000, 3, 1.5, new Peak(1, 1, 0, 50, 1, Map.of()));

        assertThat(size.requiredPartitions()).isEqualTo(2);
        assertThat(size.busiestConsumerLoad()).isEqualTo(1.0, EXACT);
        assertThat(size.verdict()).isEqualTo(Verdict.TOO_FEW_PARTITIONS);
    }

    @Test
    void saysWhatNobodyHasMeasured() {
        assertThat(GroupSize.of(GROUP, 1000, 3, null, peak(1, 1, 0, 0)).verdict())
                .isEqualTo(Verdict.NOT_MEASURED);
    }

    @Test
    void takesWhatIsGivenBeforeWhatIsMeasured() {
        Costs costs = Costs.of(
                List.of("a", "b", "c"),
                Map.of("a", 7.0),
                Map.of("a", new Measured(1, 1, 1), "b", new Measured(0.5, 250, 10)));

        assertThat(costs.msPerEvent()).isEqualTo(Map.of("a", 7.0, "b", 2.0));
        assertThat(Costs.of(List.of("a", "c"), Map.of("a", 7.0, "", 3.0), Map.of())
                        .msPerEvent())
                .isEqualTo(Map.of("a", 7.0, "c", 3.0));
    }

    private static Peak peak(double quotes, double lines, double retries, double largestKey) {
        return new Peak(quotes, lines, retries, largestKey, 2, Map.of());
    }

    private static TopicDefinition topic(int partitions, TopicLoad load) {
        return new TopicDefinition(
                "oms.order.events.v1",
                "order-service",
                "high",
                true,
                List.of(GROUP),
                load,
                partitions,
                (short) 1,
                Map.of());
    }
}
