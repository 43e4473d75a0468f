package io.orderflow.orderservice.order.usecase;

import io.orderflow.orderservice.order.Order;
import org.jspecify.annotations.Nullable;

/**
 * The version of the order that somebody has seen before asking for a change.
 *
 * @param version null if any will do
 */
public record ExpectedVersion(@Nullable Long version) {

    public static ExpectedVersion any() {
        return new ExpectedVersion(null);
    }

    public static ExpectedVersion of(long version) {
        return new ExpectedVersion(version);
    }

    boolean isMetBy(Order order) {
        return version == null || version == order.progress().version();
    }
}
