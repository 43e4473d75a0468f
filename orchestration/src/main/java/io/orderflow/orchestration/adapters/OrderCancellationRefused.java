package io.orderflow.orchestration.adapters;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whose wish to cancel was refused: that of a line's fallout, or that of the order's approver. */
record OrderCancellationRefused(String orderId, @Nullable String orderLineId) {

    String asker() {
        return Objects.requireNonNullElse(orderLineId, orderId);
    }
}
