package io.orderflow.orchestration.adapters;

import io.orderflow.bpmn.OrderFulfillmentProcess.Variables;
import java.util.Map;

/** Who declined, and why. */
record ApprovalDeclined(String approvalId, String approver, String reason) {

    Map<String, Object> variables() {
        return Map.of(
                Variables.APPROVAL_ID, approvalId, Variables.APPROVER, approver, Variables.DECLINE_REASON, reason);
    }
}
