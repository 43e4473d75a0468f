package io.orderflow.orderservice;

import io.orderflow.orderservice.Events.Outgoing;
import org.jspecify.annotations.Nullable;

/** Events of the process that say what people have decided in it, and what it wants taken back. */
public final class ProcessDecisions {

    public static final String DECIDED_BY = "user_42";

    private ProcessDecisions() {}

    /** @param attempt the attempt that is asked for */
    public static Outgoing retry(String orderId, int line, int attempt) {
        return event(
                "OrderLineRetryDecided",
                orderId,
                """
                {"orderId": "%s", "orderLineId": "%s-%d", "processInstanceId": "p-1", "decidedAt": "2026-11-23T08:00:00Z",
                 "decidedBy": "%s", "reason": "The stock came in", "attempt": %d, "taskId": "t-1"}
                """
                        .formatted(orderId, orderId, line, DECIDED_BY, attempt));
    }

    public static Outgoing waiver(String orderId, int line) {
        return event(
                "OrderLineWaiverDecided",
                orderId,
                """
                {"orderId": "%s", "orderLineId": "%s-%d", "processInstanceId": "p-1", "decidedAt": "2026-11-23T08:00:00Z",
                 "decidedBy": "%s", "reason": "The customer goes without it", "taskId": "t-1"}
                """
                        .formatted(orderId, orderId, line, DECIDED_BY));
    }

    /** @param line the failed line that led to it; null if somebody declined the order as a whole */
    public static Outgoing cancellation(String orderId, @Nullable Integer line) {
        String cause = line == null
                ? "\"cause\": \"APPROVAL_DECLINED\", \"approvalId\": \"a-1\""
                : "\"cause\": \"LINE_FALLOUT\", \"orderLineId\": \"%s-%d\", \"taskId\": \"t-1\""
                        .formatted(orderId, line);
        return event(
                "OrderCancellationDecided",
                orderId,
                """
                {"orderId": "%s", "processInstanceId": "p-1", "decidedAt": "2026-11-23T08:00:00Z", "decidedBy": "%s",
                 "reason": "It cannot be delivered", %s}
                """
                        .formatted(orderId, DECIDED_BY, cause));
    }

    /** @param attempt the attempt to be undone */
    public static Outgoing reversalReleased(String orderId, int line, int attempt) {
        return event(
                "OrderLineReversalReleased",
                orderId,
                """
                {"orderId": "%s", "orderLineId": "%s-%d", "processInstanceId": "p-1", "releasedAt": "2026-11-23T08:00:00Z",
                 "reason": "It cannot be delivered", "attempt": %d}
                """
                        .formatted(orderId, orderId, line, attempt));
    }

    private static Outgoing event(String type, String orderId, String payload) {
        return Events.event(Events.ORCHESTRATION, type, "orchestration-service", "OrderProcess", orderId, payload);
    }
}
