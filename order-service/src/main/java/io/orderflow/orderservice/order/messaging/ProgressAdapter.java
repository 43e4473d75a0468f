package io.orderflow.orderservice.order.messaging;

import io.orderflow.kafkaadapters.failure.FailureClass;
import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.orderservice.order.OrderKey;
import io.orderflow.orderservice.order.ProgressResult;
import io.orderflow.orderservice.order.usecase.RecordProgress;
import io.orderflow.orderservice.order.usecase.ReportedProgress;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the consumers of progress have in common: a batch of events in, a batch of reports to the use case, verdicts out. */
final class ProgressAdapter {

    private static final HandlingOutcome KEY_MISMATCH = HandlingOutcome.failed(
            FailureClass.CONTRACT_VIOLATION, "key_mismatch", "the payload names another order than the envelope");

    private ProgressAdapter() {}

    /** Applies the events; {@code read} is empty for an event whose payload names another order than its envelope. */
    static List<HandlingOutcome> apply(
            List<InboxEvent> events,
            Function<InboxEvent, Optional<ReportedProgress>> read,
            RecordProgress recordProgress) {
        List<Optional<ReportedProgress>> reports = events.stream().map(read).toList();
        Iterator<ProgressResult> results = recordProgress
                .record(reports.stream().flatMap(Optional::stream).toList())
                .iterator();
        List<HandlingOutcome> outcomes = new ArrayList<>(events.size());
        for (Optional<ReportedProgress> report : reports) {
            outcomes.add(report.isPresent() ? outcome(results.next()) : KEY_MISMATCH);
        }
        return outcomes;
    }

    /** The order that the event belongs to, if payload and envelope agree about it. */
    static Optional<OrderKey> orderOf(InboxEvent event, String orderIdInPayload) {
        return event.envelope().aggregateId().equals(orderIdInPayload)
                ? Optional.of(new OrderKey(event.envelope().tenantId(), orderIdInPayload))
                : Optional.empty();
    }

    private static HandlingOutcome outcome(ProgressResult result) {
        if (result instanceof ProgressResult.Stale stale) {
            return HandlingOutcome.stale(stale.reason());
        }
        if (result instanceof ProgressResult.Conflict conflict) {
            return HandlingOutcome.failed(FailureClass.CONTRACT_VIOLATION, conflict.code(), conflict.reason());
        }
        if (result instanceof ProgressResult.Unknown unknown) {
            return HandlingOutcome.failed(FailureClass.CONTRACT_VIOLATION, "unknown_aggregate", unknown.reason());
        }
        return HandlingOutcome.applied();
    }
}
