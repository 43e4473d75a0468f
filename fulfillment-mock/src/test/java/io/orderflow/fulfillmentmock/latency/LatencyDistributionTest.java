package io.orderflow.fulfillmentmock.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatencyDistributionTest {

    private static final LatencyDistribution DEFAULT = new LatencyDistribution(7, 50, 400);

    @Test
    void staysWithinItsBoundsAndUsesAllOfThem() {
        List<Duration> latencies = latencies(DEFAULT);
        assertThat(latencies).allMatch(latency -> latency.toMillis() >= 50 && latency.toMillis() <= 400);
        assertThat(latencies).anyMatch(latency -> latency.toMillis() < 80);
        assertThat(latencies).anyMatch(latency -> latency.toMillis() > 370);
        assertThat(latencies.stream().mapToLong(Duration::toMillis).average().orElseThrow())
                .isBetween(200.0, 250.0);
    }

    @Test
    void isTheSameForTheSameRequestAndSeed() {
        assertThat(latencies(new LatencyDistribution(7, 50, 400))).isEqualTo(latencies(DEFAULT));
        assertThat(latencies(new LatencyDistribution(8, 50, 400))).isNotEqualTo(latencies(DEFAULT));
    }

    @Test
    void mayBeAConstant() {
        assertThat(latencies(new LatencyDistribution(7, 0, 0))).containsOnly(Duration.ZERO);
    }

    private static List<Duration> latencies(LatencyDistribution distribution) {
        return IntStream.range(0, 2_000)
                .mapToObj(i -> distribution.latencyOf("ord_1-" + i + ":1"))
                .toList();
    }
}
