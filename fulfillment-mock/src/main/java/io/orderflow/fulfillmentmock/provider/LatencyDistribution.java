package io.orderflow.fulfillmentmock.provider;

import java.time.Duration;
import java.util.SplittableRandom;

/** How long the provider takes: spread evenly between two bounds, and always the same for the same request. */
record LatencyDistribution(long seed, int minMillis, int maxMillis) {

    Duration latencyOf(String idempotencyKey) {
        SplittableRandom random = new SplittableRandom(seed ^ idempotencyKey.hashCode());
        return Duration.ofMillis(random.nextLong(minMillis, maxMillis + 1L));
    }
}
