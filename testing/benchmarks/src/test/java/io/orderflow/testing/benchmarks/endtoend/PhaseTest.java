package io.orderflow.testing.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.orderflow.testing.benchmarks.endtoend.Orders.Run;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PhaseTest {

    private static final Phase TEN_SECONDS =
            new Phase(100_000, 110_000, Map.of("kafka", Duration.ofMillis(50)), new SqlAccount(Map.of()), 0);

    @Test
    void latenciesAreThoseOfOrdersThatWereOfferedInThePhaseHoweverLateTheyEnd() {
        List<Run> runs = List.of(new Run(99_999, 105_000), new Run(109_999, 130_000), new Run(100_000, 100_300));

        assertThat(TEN_SECONDS.latencies(runs)).containsExactly(300L, 20_001L);
        assertThat(TEN_SECONDS.completed(runs)).isEqualTo(2);
        assertThat(TEN_SECONDS.cpuPerOrder(runs)).containsExactly(Map.entry("kafka", 25.0));
    }

    @Test
    void percentilesAreTheSmallestValuesThatSoManyDoNotExceed() {
        List<Long> hundred = LongStream.rangeClosed(1, 100).boxed().toList();

        assertThat(Phase.percentile(hundred, 50)).isEqualTo(50);
        assertThat(Phase.percentile(hundred, 99)).isEqualTo(99);
        assertThat(Phase.percentile(List.of(7L), 99)).isEqualTo(7);
    }

    @Test
    void aBacklogThatGrowsShows() {
        List<Run> steady = LongStream.range(0, 1_000)
                .mapToObj(i -> new Run(100_000 + i * 10, 100_200 + i * 10))
                .toList();
        List<Run> growing = LongStream.range(0, 1_000)
                .mapToObj(i -> new Run(100_000 + i * 10, 100_200 + i * 20))
                .toList();

        assertThat(TEN_SECONDS.inFlightAtLast(steady)).isCloseTo(20, within(0.1));
        assertThat(TEN_SECONDS.inFlightAtFirst(steady)).isCloseTo(19, within(0.1));
        assertThat(TEN_SECONDS.inFlightAtLast(growing)).isGreaterThan(4 * TEN_SECONDS.inFlightAtFirst(growing));
    }
}
