package io.orderflow.orchestration.fulfillment.jeopardy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Payload of the fact of the same name.
 *
 * @param orderLineId the line that is late; null if it is the whole order
 */
record OrderJeopardyRaised(
        String orderId,
        String processInstanceId,
        Instant raisedAt,
        Instant dueAt,
        Cause cause,
        @Nullable String orderLineId,
        Instant requestedAt) {

    enum Cause {
        LINE_OVERDUE,
        APPROVAL_OVERDUE
    }
}
