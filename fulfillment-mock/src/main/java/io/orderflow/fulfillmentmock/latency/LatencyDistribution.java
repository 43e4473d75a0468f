package io.orderflow.fulfillmentmock.latency;

import java.time.Duration;
import java.util.SplittableRandom;

/** How long somebody takes: spread evenly between two bounds, and always the same for the same request. */
public record LatencyDistribution(long seed, int minMillis, int maxMillis) {

    /** @param key names the request among all others */
    public Duration latencyOf(String key) {
        SplittableRandom random = new SplittableRandom(seed ^ key.hashCode());
        return Duration.ofMillis(random.nextLong(minMillis, maxMillis + 1L));
    }

    /** The same seed between other bounds. */
    public LatencyDistribution within(Bounds bounds) {
        return new LatencyDistribution(seed, bounds.minMillis(), bounds.maxMillis());
    }

    /** In milliseconds, both included. */
    public record Bounds(int minMillis, int maxMillis) {}
}
