package io.orderflow.kafkaadapters.consumer;

import io.orderflow.kafkaadapters.consumer.DeadLetterWriter.Cause;
import io.orderflow.kafkaadapters.envelope.EventEnvelope;
import io.orderflow.kafkaadapters.failure.FailureClass;
import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import io.orderflow.kafkaadapters.inbox.Inbox;
import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.kafkaadapters.inbox.InboxHandler;
import io.orderflow.kafkaadapters.inbox.LedgerRow;
import io.orderflow.kafkaadapters.inbox.LedgerRow.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/** One database transaction for a list of decoded records: ledger, effects, dead letters, all or nothing. */
final class BatchTransaction {

    private final TransactionTemplate transaction;
    private final Inbox inbox;
    private final InboxHandler handler;
    private final DeadLetterWriter deadLetters;
    private final String consumer;

    BatchTransaction(TransactionTemplate transaction, Inbox inbox, InboxHandler handler, DeadLetterWriter deadLetters) {
        this.transaction = transaction;
        this.inbox = inbox;
        this.handler = handler;
        this.deadLetters = deadLetters;
        this.consumer = handler.subscription().consumerGroup();
    }

    /**
     * Applies what is new.
     *
     * @return the final ledger row of each new event; records that are missing were duplicates
     */
    List<LedgerRow> apply(List<Decoded> records) {
        return transaction.execute(status -> applyInTransaction(records));
    }

    /** Takes one record out of the way that no handling survives. */
    List<LedgerRow> bury(Decoded record, RuntimeException failure) {
        String reason = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        LedgerRow row = record.row().with(Outcome.DEAD_LETTER, "handler_failed", Hearsay.shortened(reason, 500));
        return transaction.execute(status -> {
            if (inbox.recordNew(consumer, List.of(row)).isEmpty()) {
                return List.of();
            }
            Cause cause = new Cause(
                    FailureClass.CONTRACT_VIOLATION,
                    "handler_failed",
                    reason,
                    row.eventId().toString(),
                    row.eventType(),
                    row.tenantId());
            deadLetters.write(record.source(), cause);
            return List.of(row);
        });
    }

    private List<LedgerRow> applyInTransaction(List<Decoded> records) {
        Map<UUID, Decoded> firsts = new LinkedHashMap<>();
        records.forEach(record -> firsts.putIfAbsent(record.row().eventId(), record));
        Map<UUID, LedgerRow> rows = new LinkedHashMap<>();
        firsts.forEach((id, record) -> rows.put(id, record.row()));
        Set<UUID> fresh = inbox.recordNew(consumer, List.copyOf(rows.values()));
        rows.keySet().retainAll(fresh);
        firsts.keySet().retainAll(fresh);

        List<Decoded.Handled> handled = new ArrayList<>();
        for (Decoded record : firsts.values()) {
            if (record instanceof Decoded.Refused refused) {
                deadLetters.write(refused.source(), causeOf(refused));
            } else if (record instanceof Decoded.Handled event) {
                handled.add(event);
            }
        }
        if (!handled.isEmpty()) {
            List<LedgerRow> decided = handle(handled);
            decided.forEach(row -> rows.put(row.eventId(), row));
            inbox.setOutcomes(
                    consumer,
                    decided.stream()
                            .filter(row -> row.outcome() != Outcome.APPLIED)
                            .toList());
        }
        return List.copyOf(rows.values());
    }

    private List<LedgerRow> handle(List<Decoded.Handled> records) {
        List<InboxEvent> events = records.stream().map(Decoded.Handled::event).toList();
        List<HandlingOutcome> outcomes = handler.handle(events);
        if (outcomes.size() != events.size()) {
            throw new IllegalStateException(handler.getClass().getName() + " gave " + outcomes.size() + " outcomes for "
                    + events.size() + " events");
        }
        List<LedgerRow> rows = new ArrayList<>(records.size());
        for (int i = 0; i < records.size(); i++) {
            rows.add(settle(records.get(i), outcomes.get(i)));
        }
        return rows;
    }

    private LedgerRow settle(Decoded.Handled record, HandlingOutcome outcome) {
        LedgerRow row = record.row();
        if (outcome instanceof HandlingOutcome.Ignored ignored) {
            return row.with(Outcome.IGNORED, null, ignored.reason());
        }
        if (outcome instanceof HandlingOutcome.Stale stale) {
            return row.with(Outcome.STALE, null, stale.reason());
        }
        if (outcome instanceof HandlingOutcome.Rejected rejected) {
            return row.with(Outcome.REJECTED, rejected.code(), rejected.reason());
        }
        if (outcome instanceof HandlingOutcome.Failed failed) {
            deadLetters.write(record.source(), causeOf(record.event().envelope(), failed));
            return row.with(Outcome.DEAD_LETTER, failed.code(), failed.reason());
        }
        return row;
    }

    private static Cause causeOf(Decoded.Refused refused) {
        return new Cause(
                refused.failureClass(),
                refused.code(),
                refused.reason(),
                refused.eventId(),
                refused.eventType(),
                refused.tenantId());
    }

    private static Cause causeOf(EventEnvelope<?> event, HandlingOutcome.Failed failed) {
        return new Cause(
                failed.failureClass(),
                failed.code(),
                failed.reason(),
                event.eventId().toString(),
                event.eventType(),
                event.tenantId());
    }
}
