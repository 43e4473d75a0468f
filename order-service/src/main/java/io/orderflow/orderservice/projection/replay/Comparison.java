package io.orderflow.orderservice.projection.replay;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two tables side by side, at the same positions of the topic.
 *
 * @param differing how many orders have not the same row in both
 * @param differences the first of them
 */
public record Comparison(Content inUse, Content rebuilt, long differing, List<Difference> differences) {

    public static final int MOST_DIFFERENCES = 20;

    public boolean isEqual() {
        return inUse.equals(rebuilt) && differing == 0;
    }

    /** @param columns those that differ; all of them where one side has no row */
    public record Difference(String tenantId, String orderId, Where where, Map<String, Values> columns) {}

    /** Which table has a row of the order. */
    public enum Where {
        BOTH,
        ONLY_IN_USE,
        ONLY_REBUILT
    }

    /** One column in both tables; null where there is no value, or no row. */
    public record Values(@Nullable String inUse, @Nullable String rebuilt) {}
}
