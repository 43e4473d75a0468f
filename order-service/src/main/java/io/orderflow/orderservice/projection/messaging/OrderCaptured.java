package io.orderflow.orderservice.projection.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.orderservice.projection.Change;
import io.orderflow.orderservice.projection.LineCounts;
import io.orderflow.orderservice.projection.ProjectedOrder;
import io.orderflow.orderservice.projection.ProjectedOrder.Terms;
import io.orderflow.orderservice.projection.SummaryStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** @param lineSummaries only counted */
record OrderCaptured(
        String quoteId,
        String customerId,
        Instant capturedAt,
        String currency,
        Totals totals,
        List<JsonNode> lineSummaries) {

    record Totals(BigDecimal oneTimeTotal, BigDecimal recurringTotal) {}

    Change change(InboxEvent event) {
        Terms terms = new Terms(currency, totals.oneTimeTotal(), totals.recurringTotal(), capturedAt);
        LineCounts lines = LineCounts.pending(lineSummaries.size());
        Instant at = event.envelope().occurredAt();
        return (key, before) -> before == null
                ? new ProjectedOrder(key, quoteId, customerId, SummaryStatus.CAPTURED, lines, terms, 0, at)
                : before;
    }
}
