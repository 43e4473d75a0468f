package io.orderflow.orchestration.adapters;

import io.orderflow.bpmn.OrderFulfillmentProcess.Variables;
import java.util.Map;

/** Who approved what. */
record ApprovalGranted(String approvalId, String approver, String currency, Totals totals) {

    Map<String, Object> variables() {
        return Map.of(
                Variables.APPROVAL_ID,
                approvalId,
                Variables.APPROVER,
                approver,
                Variables.APPROVED_CURRENCY,
                currency,
                Variables.APPROVED_ONE_TIME_TOTAL,
                totals.oneTimeTotal(),
                Variables.APPROVED_RECURRING_TOTAL,
                totals.recurringTotal());
    }
}
