package io.orderflow.orderservice.projection.messaging;

import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.orderservice.projection.Change;
import io.orderflow.orderservice.projection.LineCounts;
import io.orderflow.orderservice.projection.ProjectedOrder;
import io.orderflow.orderservice.projection.SummaryStatus;
import java.time.Instant;

/** Mostly the first and last that is heard of an order. */
record OrderRejected(String quoteId, String customerId) {

    Change change(InboxEvent event) {
        Instant at = event.envelope().occurredAt();
        Change ends = Change.become(SummaryStatus.REJECTED);
        return (key, before) -> before == null
                ? new ProjectedOrder(key, quoteId, customerId, SummaryStatus.REJECTED, LineCounts.NONE, null, 0, at)
                : ends.apply(key, before);
    }
}
