package io.orderflow.kafkaadapters.consumer;

import io.orderflow.kafkaadapters.Account;
import io.orderflow.kafkaadapters.deadletter.DeadLetterStore;
import io.orderflow.kafkaadapters.deadletter.RedriveResult;
import io.orderflow.kafkaadapters.deadletter.RedriveResult.Verdict;
import io.orderflow.kafkaadapters.deadletter.StoredDeadLetter;
import io.orderflow.kafkaadapters.envelope.Fingerprint;
import io.orderflow.kafkaadapters.inbox.Inbox;
import io.orderflow.kafkaadapters.inbox.LedgerRow;
import io.orderflow.kafkaadapters.inbox.LedgerRow.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to bring one dead letter back, inside the transaction in which its group works. {@link #take} may be called
 * again if that transaction has to start over; {@link #settle} ends it. Not thread safe.
 */
final class Redrive {

    private final UUID id;
    private final Order order;
    private final Tools tools;
    private @Nullable StoredDeadLetter letter;
    private @Nullable Entry entry;
    private RedriveResult result;

    /**
     * What the operator wants.
     *
     * @param correctedValue null takes the record as it is
     * @param most how many redrives a letter gets
     */
    record Order(Account account, boolean dryRun, byte @Nullable [] correctedValue, int most) {

        String action() {
            return correctedValue == null ? "REDRIVE" : "REPAIR";
        }

        @Nullable
        String fingerprint() {
            return correctedValue == null ? null : Fingerprint.of(correctedValue);
        }
    }

    /** What it works with. */
    record Tools(
            DeadLetterStore store, Inbox inbox, Ledger ledger, RecordDecoder decoder, CorrectedRecords corrected) {}

    /** Ends a dry run: the transaction is rolled back, the result stands. */
    static final class TakenBack extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TakenBack() {
            super("dry run", null, false, false);
        }
    }

    Redrive(UUID id, Order order, Tools tools) {
        this.id = id;
        this.order = order;
        this.tools = tools;
        this.result = new RedriveResult(id, Verdict.GONE, null);
    }

    RedriveResult result() {
        return result;
    }

    /** The record for its handler, if it comes that far. */
    List<Entry> take() {
        entry = null;
        Optional<StoredDeadLetter> locked = tools.store().lockOpen(id);
        letter = locked.orElse(null);
        if (locked.isEmpty()) {
            result = new RedriveResult(id, Verdict.GONE, null);
            return List.of();
        }
        if (locked.get().redrives() >= order.most()) {
            result = new RedriveResult(id, Verdict.LOOP_GUARD, "brought back %d times already".formatted(order.most()));
            return List.of();
        }
        return admitted(locked.get());
    }

    private List<Entry> admitted(StoredDeadLetter own) {
        ConsumerRecord<byte[], byte[]> record = order.correctedValue() == null
                ? RecordCopy.of(own)
                : tools.corrected().of(own, order.correctedValue());
        Decoded decoded = tools.decoder().decode(record);
        if (decoded instanceof Decoded.Refused refused) {
            return refused(refused.code(), refused.reason());
        }
        if (order.correctedValue() != null
                && own.eventId() != null
                && !own.eventId().equals(decoded.row().eventId().toString())) {
            return refused("event_id_changed", "The corrected value names another event than " + own.eventId());
        }
        Entry again = Entry.redriven(decoded, own.attempts());
        if (decoded.row().eventId().equals(own.ledgerId())) {
            entry = again;
            return List.of(again);
        }
        return admittedUnderOwnId(own, decoded, again);
    }

    /** The ledger knew only the position of a record that nobody could read; now it has an id. */
    private List<Entry> admittedUnderOwnId(StoredDeadLetter own, Decoded decoded, Entry again) {
        LedgerRow row = decoded.row();
        Long known =
                tools.inbox().digests(own.consumer(), List.of(row.eventId())).get(row.eventId());
        if (known != null && row.digest() != null && !known.equals(row.digest())) {
            return refused("event_id_conflict", "Event " + row.eventId() + " was received before with another content");
        }
        if (tools.ledger().admit(List.of(decoded)).isEmpty()) {
            result =
                    new RedriveResult(id, Verdict.DUPLICATE, "event " + row.eventId() + " has been received meanwhile");
        } else {
            entry = again;
        }
        tools.inbox().setOutcomes(own.consumer(), List.of(unreadable(own)));
        return entry == null ? List.of() : List.of(again);
    }

    private List<Entry> refused(String code, String reason) {
        result = new RedriveResult(id, Verdict.STILL_REFUSED, code + ": " + reason);
        return List.of();
    }

    private static LedgerRow unreadable(StoredDeadLetter own) {
        return new LedgerRow(
                own.ledgerId(),
                own.topic(),
                own.partition(),
                own.offset(),
                own.eventType(),
                own.tenantId(),
                null,
                null,
                null,
                Outcome.IGNORED,
                null,
                "brought back under its own id",
                own.attempts().size());
    }

    /** Writes down what came of it. @param entries everything that the transaction has done */
    void settle(List<Entry> entries) {
        StoredDeadLetter own = letter;
        if (own == null || result.verdict() == Verdict.LOOP_GUARD) {
            return;
        }
        Entry taken = entry;
        if (taken != null) {
            result = new RedriveResult(id, verdict(taken), detail(taken));
        }
        tools.store().audit(own, order.action(), order.account(), result, order.fingerprint());
        if (result.verdict().isClosed()) {
            tools.store().decide(id, StoredDeadLetter.State.REDRIVEN);
        } else if (taken != null && !taken.id().equals(own.ledgerId())) {
            // It failed under the id that it has now: another letter goes on, with the number of redrives.
            tools.store().carryOver(own.consumer(), taken.id(), own.redrives() + 1);
            tools.store().decide(id, StoredDeadLetter.State.REDRIVEN);
        } else {
            tools.store().failedAgain(id);
        }
        if (order.dryRun()) {
            throw new TakenBack();
        }
    }

    private static Verdict verdict(Entry taken) {
        return switch (taken.row().outcome()) {
            case APPLIED -> Verdict.APPLIED;
            case IGNORED -> Verdict.IGNORED;
            case STALE -> Verdict.STALE;
            case REJECTED -> Verdict.REJECTED;
            case PARKED, RETRYING -> Verdict.PARKED;
            case DEAD_LETTER -> Verdict.FAILED_AGAIN;
        };
    }

    private static @Nullable String detail(Entry taken) {
        String code = taken.row().code();
        String reason = taken.row().reason();
        return code == null ? reason : code + ": " + reason;
    }
}
