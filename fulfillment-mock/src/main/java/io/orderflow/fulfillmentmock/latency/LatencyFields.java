package io.orderflow.fulfillmentmock.latency;

import io.orderflow.fulfillmentmock.latency.LatencyDistribution.Bounds;
import io.orderflow.httpapi.json.JsonFields;
import org.jspecify.annotations.Nullable;

/** The fields {@code minLatencyMillis} and {@code maxLatencyMillis} of a body: both, or none. */
public final class LatencyFields {

    private static final int LONGEST_MILLIS = 24 * 60 * 60 * 1000;

    private LatencyFields() {}

    /** Null if there is none of the two. */
    public static @Nullable Bounds read(JsonFields fields) {
        boolean isMinGiven = fields.isGiven("minLatencyMillis");
        boolean isMaxGiven = fields.isGiven("maxLatencyMillis");
        if (!isMinGiven && !isMaxGiven) {
            return null;
        }
        int min = fields.integer("minLatencyMillis", 0, LONGEST_MILLIS);
        return new Bounds(min, fields.integer("maxLatencyMillis", min, LONGEST_MILLIS));
    }
}
