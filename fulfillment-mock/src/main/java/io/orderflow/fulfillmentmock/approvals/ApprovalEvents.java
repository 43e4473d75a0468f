package io.orderflow.fulfillmentmock.approvals;

import io.orderflow.kafkaadapters.envelope.EventOrigin;
import io.orderflow.kafkaadapters.outbox.OutgoingEvent;
import java.time.Instant;
import java.util.Map;

/** Puts decisions into words. */
final class ApprovalEvents {

    private ApprovalEvents() {}

    static OutgoingEvent of(ApprovalCase approval, Decision decision, Instant now) {
        Object payload = payload(approval, decision, now);
        return new OutgoingEvent(
                payload.getClass().getSimpleName(),
                approval.tenantId(),
                "OrderApproval",
                approval.orderId(),
                null,
                now,
                payload,
                new EventOrigin(
                        approval.correlationId(),
                        approval.eventId().toString(),
                        approval.traceId(),
                        Map.of("actorType", "USER", "actorId", decision.approver())));
    }

    private static Object payload(ApprovalCase approval, Decision decision, Instant now) {
        return switch (decision.verdict()) {
            case GRANTED ->
                new ApprovalGranted(
                        approval.orderId(),
                        approval.approvalId(),
                        decision.approver(),
                        now,
                        decision.reason(),
                        approval.currency(),
                        approval.totals(),
                        approval.policyReference());
            case DECLINED ->
                new ApprovalDeclined(
                        approval.orderId(),
                        approval.approvalId(),
                        decision.approver(),
                        now,
                        decision.reason(),
                        decision.reasonCode(),
                        approval.currency(),
                        approval.totals(),
                        approval.policyReference());
        };
    }

    /** Payload of the event that lets an order go on. */
    private record ApprovalGranted(
            String orderId,
            String approvalId,
            String approver,
            Instant grantedAt,
            String reason,
            String currency,
            Totals totals,
            String policyReference) {}

    /** Payload of the event that stops an order. */
    private record ApprovalDeclined(
            String orderId,
            String approvalId,
            String approver,
            Instant declinedAt,
            String reason,
            String reasonCode,
            String currency,
            Totals totals,
            String policyReference) {}
}
