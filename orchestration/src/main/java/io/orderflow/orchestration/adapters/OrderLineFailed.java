package io.orderflow.orchestration.adapters;

import io.orderflow.bpmn.OrderFulfillmentProcess.Variables;
import java.util.Map;

/** What whoever decides about the line has to see. */
record OrderLineFailed(String orderLineId, int attempt, String errorCode, String reason, boolean retryable, Line line) {

    record Line(String offerId, int quantity) {}

    Map<String, Object> variables() {
        return Map.of(
                Variables.ATTEMPT,
                attempt,
                Variables.ERROR_CODE,
                errorCode,
                Variables.ERROR_REASON,
                reason,
                Variables.RETRYABLE,
                retryable,
                Variables.OFFER_ID,
                line.offerId(),
                Variables.QUANTITY,
                line.quantity());
    }
}
