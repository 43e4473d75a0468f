package io.orderflow.orderservice.order.usecase;

import io.orderflow.orderservice.order.OrderKey;
import org.jspecify.annotations.Nullable;

/**
 * What a step is going to touch: an order, and one of its lines unless it concerns the order alone.
 *
 * @param whole whether it may touch any line
 */
public record LineRef(OrderKey order, @Nullable String lineId, boolean whole) {

    static LineRef order(OrderKey order) {
        return new LineRef(order, null, false);
    }

    static LineRef line(OrderKey order, String lineId) {
        return new LineRef(order, lineId, false);
    }

    static LineRef allLines(OrderKey order) {
        return new LineRef(order, null, true);
    }
}
