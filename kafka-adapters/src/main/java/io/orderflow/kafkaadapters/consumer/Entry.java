package io.orderflow.kafkaadapters.consumer;

import io.orderflow.kafkaadapters.deadletter.PastAttempt;
import io.orderflow.kafkaadapters.inbox.LedgerRow;
import io.orderflow.kafkaadapters.inbox.LedgerRow.Outcome;
import io.orderflow.kafkaadapters.inbox.ParkedEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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
    private boolean awaiting;
    private @Nullable Duration awaitsAtMost;

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

    /** Since when it was parked; null if it was not. */
    @Nullable
    Instant parkedSince() {
        return parked == null ? null : parked.terms().since();
    }

    /** Whether its handler had parked it, so that its aggregate has gone on. */
    boolean wasAwaiting() {
        return parked != null && parked.kind() == ParkedEvent.Kind.AWAITED;
    }

    /** Whether the handler is to see it even if its aggregate has gone on without it. */
    boolean isRedriven() {
        return redriven;
    }

    void decide(Outcome outcome, @Nullable String code, @Nullable String reason) {
        changed = true;
        row = row.with(outcome, code, reason == null ? null : Hearsay.shortened(reason, Hearsay.LONGEST_REASON));
    }

    void decide(Ruling ruling) {
        decide(ruling.outcome(), ruling.code(), ruling.reason());
    }

    /** The handler waits for something that is not there yet. @param atMost null is as long as it takes */
    void await(String code, String reason, @Nullable Duration atMost) {
        decide(Outcome.PARKED, code, reason);
        awaiting = true;
        awaitsAtMost = atMost;
    }

    boolean isAwaiting() {
        return awaiting;
    }

    @Nullable
    Duration awaitsAtMost() {
        return awaitsAtMost;
    }

    /** It has waited for too long; under the code with which its handler parked it, if that one did. */
    void expire(Instant now) {
        if (parked != null && wasAwaiting()) {
            ParkedEvent.Terms terms = parked.terms();
            Duration waited = Duration.between(terms.since(), now).truncatedTo(ChronoUnit.SECONDS);
            decide(
                    Outcome.DEAD_LETTER,
                    Objects.requireNonNullElse(terms.code(), "waited_too_long"),
                    "awaited for " + waited + " in vain: " + terms.reason());
        } else {
            decide(Outcome.DEAD_LETTER, "waited_too_long", "what it waited for did not come in time");
        }
    }

    /** The handler has looked at it and said no for good. */
    void judge(Outcome outcome, String code, String reason) {
        decide(outcome, code, reason);
        judged = true;
    }

    /**
     * Whether the aggregate goes on to its next event. Not behind one that nobody could look at, because it was unreadable,
     * broke the handler, or met an outage; but a verdict is an end, even if it is a dead letter, and what the handler itself
     * has parked is in its hands.
     */
    boolean isDone() {
        return judged || awaiting || row.outcome().isDone();
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
}
