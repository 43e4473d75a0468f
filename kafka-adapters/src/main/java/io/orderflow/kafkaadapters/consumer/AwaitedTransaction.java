package io.orderflow.kafkaadapters.consumer;

import io.orderflow.kafkaadapters.failure.FailureClass;
import io.orderflow.kafkaadapters.inbox.AwaitedKey;
import io.orderflow.kafkaadapters.inbox.AwaitedRows;
import io.orderflow.kafkaadapters.inbox.AwaitedRows.Settled;
import io.orderflow.kafkaadapters.inbox.LedgerRow;
import io.orderflow.kafkaadapters.inbox.LedgerRow.Outcome;
import io.orderflow.kafkaadapters.inbox.ParkedEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One database transaction for one awaited event that is handed to its handler again. The event's row is locked only after
 * the handler, whose own locks come first for everybody who wakes; whoever finds the row gone takes everything back.
 */
final class AwaitedTransaction {

    private final TransactionTemplate transaction;
    private final AwaitedRows rows;
    private final RecordDecoder decoder;
    private final Handling handling;
    private final FailureRouter failures;
    private final InHand inHand;
    private final String consumer;

    AwaitedTransaction(
            TransactionTemplate transaction,
            AwaitedRows rows,
            RecordDecoder decoder,
            Handling handling,
            FailureRouter failures,
            InHand inHand,
            String consumer) {
        this.transaction = transaction;
        this.rows = rows;
        this.decoder = decoder;
        this.handling = handling;
        this.failures = failures;
        this.inHand = inHand;
        this.consumer = consumer;
    }

    /** @return the event with its outcome; nothing if it waits on, or if somebody else has settled it meanwhile */
    Optional<Entry> offer(ParkedEvent event) {
        return Optional.ofNullable(transaction.execute(status -> {
            Entry entry = entryOf(event);
            Map<UUID, FailureClass> failed = inHand.during(keyOf(entry), () -> handling.handle(List.of(entry)));
            if (entry.row().outcome() == Outcome.PARKED) {
                restate(event, entry.row());
                return null;
            }
            if (!settle(entry, failed)) {
                status.setRollbackOnly();
                return null;
            }
            return entry;
        }));
    }

    /** @return the event as dead letter; nothing if somebody else has settled it meanwhile */
    Optional<Entry> bury(ParkedEvent event, RuntimeException failure) {
        return Optional.ofNullable(transaction.execute(status -> {
            Entry entry = entryOf(event);
            entry.decide(Outcome.DEAD_LETTER, HandlerFailure.CODE, HandlerFailure.reason(failure));
            return settle(entry, Map.of()) ? entry : null;
        }));
    }

    private boolean settle(Entry entry, Map<UUID, FailureClass> failed) {
        if (rows.remove(List.of(keyOf(entry))).isEmpty()) {
            return false;
        }
        rows.settle(List.of(settled(entry.row())));
        failures.route(List.of(entry), failed);
        return true;
    }

    /** The ledger says why it waits now; since when and until when stays as it was. */
    private void restate(ParkedEvent event, LedgerRow row) {
        String reason = String.valueOf(row.reason());
        boolean asBefore = reason.equals(event.terms().reason())
                && String.valueOf(row.code()).equals(event.terms().code());
        if (!asBefore && rows.restate(new AwaitedKey(consumer, row.eventId()), row.code(), reason)) {
            rows.settle(List.of(settled(row)));
        }
    }

    private Entry entryOf(ParkedEvent event) {
        return Entry.woken(decoder.decode(RecordCopy.of(event)), event);
    }

    private AwaitedKey keyOf(Entry entry) {
        return new AwaitedKey(consumer, entry.id());
    }

    private Settled settled(LedgerRow row) {
        return new Settled(new AwaitedKey(consumer, row.eventId()), row.outcome(), row.code(), row.reason());
    }
}
