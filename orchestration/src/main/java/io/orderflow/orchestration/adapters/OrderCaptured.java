package io.orderflow.orchestration.adapters;

import io.orderflow.bpmn.OrderFulfillmentProcess.Variables;
import java.util.List;
import java.util.Map;

/** What coordination needs to know of a captured order: its lines, and whether somebody has to approve it. */
record OrderCaptured(String customerId, String currency, Totals totals, List<Line> lineSummaries) {

    record Line(String orderLineId) {}

    /** Read once, at the start. */
    Map<String, Object> variables() {
        return Map.of(
                Variables.ORDER_LINE_IDS,
                lineSummaries.stream().map(Line::orderLineId).toList(),
                Variables.CUSTOMER_ID,
                customerId,
                Variables.CURRENCY,
                currency,
                Variables.ONE_TIME_TOTAL,
                totals.oneTimeTotal(),
                Variables.RECURRING_TOTAL,
                totals.recurringTotal());
    }
}
