package io.orderflow.orchestration;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the approval service says about one order. */
final class ApprovalEvents {

    static final String TOPIC = "cpq.approval.events.v1";

    private final OrderEvents order;
    private int version;

    ApprovalEvents(OrderEvents order) {
        this.order = order;
    }

    Event granted(String oneTimeTotal, String currency) {
        return event("ApprovalGranted", decision(oneTimeTotal, currency).put("grantedAt", Event.AT));
    }

    Event declined(String oneTimeTotal) {
        return event(
                "ApprovalDeclined",
                decision(oneTimeTotal, "GBP").put("declinedAt", Event.AT).put("reasonCode", "over_budget"));
    }

    private ObjectNode decision(String oneTimeTotal, String currency) {
        ObjectNode payload = Event.object()
                .put("orderId", order.orderId)
                .put("approvalId", "appr_1")
                .put("approver", "user_77")
                .put("reason", "So it is")
                .put("currency", currency);
        payload.putObject("totals").put("oneTimeTotal", oneTimeTotal).put("recurringTotal", "0.00");
        return payload;
    }

    private Event event(String type, ObjectNode payload) {
        return Event.of(
                TOPIC, "approval-service/OrderApproval", type, order.orderId, ++version, order.correlationId, payload);
    }
}
