package io.orderflow.kafkaadapters.consumer;

import io.orderflow.kafkaadapters.deadletter.PastAttempt;
import io.orderflow.kafkaadapters.inbox.LedgerRow;
import io.orderflow.kafkaadapters.inbox.LedgerRow.Outcome;
import io.orderflow.kafkaadapters.inbox.ParkedEvent;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** One record on its way through one transaction: what the ledger says of it now and what it will say. Not thread safe. */
final class Entry {

    private final Decoded record;
    private final @Nullable ParkedEvent parked;
    private final List<PastAttempt> history;
    private LedgerRow row;
    private boolean changed;
    private boolean judged;
    private boolean redriven;

    private Entry(
            Decoded record, LedgerRow row, boolean changed, @Nullable ParkedEvent parked, List<PastAttempt> history) {
        this.record = record;
        this.row = row;
        this.changed = changed;
        this.parked = parked;
        this.history = history;
    }

    /** Just written to the ledger, with the outcome it has if nothing else happens. */
    static Entry fresh(Decoded record) {
        return new Entry(record, record.row(), false, null, List.of());
    }

    /** Read back from where it was parked. */
    static Entry woken(Decoded record, ParkedEvent parked) {
        return new Entry(record, record.row().as(parked.eventId()), true, parked, List.of());
    }

    /** Back from a retry topic. */
    static Entry retried(Decoded record, UUID eventId, List<PastAttempt> history) {
        LedgerRow row = record.row().as(eventId).tried(history.size() + 1);
        return new Entry(record, row, true, null, history);
    }

    /** Brought back by an operator from where it lay as a dead letter. */
    static Entry redriven(Decoded record, List<PastAttempt> history) {
        Entry entry = new Entry(record, record.row().tried(history.size() + 1), true, null, history);
        entry.redriven = true;
        return entry;
    }

    Decoded record() {
        return record;
    }

    UUID id() {
        return row.eventId();
    }

    LedgerRow row() {
        return row;
    }

    /** The failures so far, without the one of this transaction. */
    List<PastAttempt> history() {
        return history;
    }

    boolean wasParked() {
        return parked != null;
    }

    /** Whether the handler is to see it even if its aggregate has gone on without it. */
    boolean isRedriven() {
        return redriven;
    }

    void decide(Outcome outcome, @Nullable String code, @Nullable String reason) {
        changed = true;
        row = row.with(outcome, code, reason == null ? null : Hearsay.shortened(reason, Hearsay.LONGEST_REASON));
    }

    /** The handler has looked at it and said no for good. */
    void judge(Outcome outcome, String code, String reason) {
        decide(outcome, code, reason);
        judged = true;
    }

    /**
     * Whether the aggregate goes on to its next event. Not behind one that nobody could look at, because it was unreadable,
     * broke the handler, or met an outage; but a verdict is an end, even if it is a dead letter.
     */
    boolean isDone() {
        return judged || row.outcome().isDone();
    }

    /** Whether the ledger has to learn about it. */
    boolean isChanged() {
        return changed;
    }

    /** Whether it takes part in the order of an aggregate. */
    boolean isEvent() {
        return parked != null || !(record instanceof Decoded.Refused);
    }

    String aggregate() {
        return parked != null && parked.aggregate() != null
                ? parked.aggregate()
                : row.tenantId() + "/" + row.aggregateId();
    }

    long version() {
        Long version = parked == null ? row.aggregateVersion() : parked.aggregateVersion();
        return version == null ? 0 : version;
    }

    /** As it is put aside until its time has come. */
    ParkedEvent toParked() {
        ConsumerRecord<byte[], byte[]> source = record.source();
        return new ParkedEvent(
                id(),
                isEvent() ? ParkedEvent.Kind.EARLY : ParkedEvent.Kind.UNKNOWN_VERSION,
                isEvent() ? aggregate() : null,
                isEvent() ? version() : null,
                source.topic(),
                source.partition(),
                source.offset(),
                source.timestamp(),
                source.key(),
                RecordCopy.headers(source.headers()),
                source.value(),
                String.valueOf(row.reason()));
    }
}
