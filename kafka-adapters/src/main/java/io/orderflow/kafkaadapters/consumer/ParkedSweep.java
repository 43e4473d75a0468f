package io.orderflow.kafkaadapters.consumer;

import io.orderflow.kafkaadapters.failure.FailureClassifier;
import io.orderflow.kafkaadapters.inbox.Inbox;
import io.orderflow.kafkaadapters.inbox.LedgerRow.Outcome;
import io.orderflow.kafkaadapters.inbox.ParkedEvent;
import io.orderflow.kafkaadapters.inbox.ParkedEvent.Kind;
import io.orderflow.kafkaadapters.inbox.ParkedEvents;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The slow look at what is parked: wakes what could go on and was not woken, tries what was of an unknown version when the
 * consumer has been upgraded, and makes dead letters of what has waited long enough.
 */
final class ParkedSweep {

    private static final Logger LOG = LoggerFactory.getLogger(ParkedSweep.class);
    private static final int AT_ONCE = 100;

    private final ParkedEvents parked;
    private final RecordDecoder decoder;
    private final Ledger ledger;
    private final Inbox inbox;
    private final BatchTransaction transaction;
    private final ConsumerMeters meters;
    private final Clock clock;
    private final String consumer;

    ParkedSweep(
            ParkedEvents parked,
            RecordDecoder decoder,
            Ledger ledger,
            Inbox inbox,
            BatchTransaction transaction,
            ConsumerMeters meters,
            Clock clock,
            String consumer) {
        this.parked = parked;
        this.decoder = decoder;
        this.ledger = ledger;
        this.inbox = inbox;
        this.transaction = transaction;
        this.meters = meters;
        this.clock = clock;
        this.consumer = consumer;
    }

    void run() {
        parked.forgotten(consumer, AT_ONCE).forEach(this::wake);
        parked.ofKind(consumer, Kind.UNKNOWN_VERSION, AT_ONCE).forEach(this::takeUp);
        while (expire() == AT_ONCE) {
            LOG.info("More events of {} have waited too long", consumer);
        }
    }

    private void wake(String aggregate) {
        List<Entry> last = List.of();
        do {
            try {
                // One at a time: if it fails, it is known which one it was.
                last = transaction.applyLocked(List::of, List.of(aggregate), 1);
            } catch (RuntimeException failure) {
                if (FailureClassifier.isTransient(failure)) {
                    throw failure;
                }
                LOG.error("Handling a parked event failed for good, it becomes a dead letter", failure);
                last = transaction.bury(() -> first(aggregate), HandlerFailure.CODE, HandlerFailure.reason(failure));
                meters.handled(0, last);
                return;
            }
            meters.handled(0, last);
        } while (!last.isEmpty());
    }

    private List<Entry> first(String aggregate) {
        return parked.of(consumer, List.of(aggregate)).stream()
                .limit(1)
                .map(this::woken)
                .toList();
    }

    private void takeUp(ParkedEvent event) {
        Decoded decoded = decoder.decode(RecordCopy.of(event));
        if (decoded instanceof Decoded.Refused refused && refused.waits()) {
            return;
        }
        List<Entry> entries = transaction.applyLocked(
                () -> {
                    if (decoded.row().eventId().equals(event.eventId())) {
                        return List.of(woken(event));
                    }
                    Entry before = woken(event);
                    before.decide(Outcome.IGNORED, null, "taken up under its own id after an upgrade");
                    parked.remove(consumer, List.of(event.eventId()));
                    inbox.setOutcomes(consumer, List.of(before.row()));
                    return ledger.admit(List.of(decoded));
                },
                List.of(),
                AT_ONCE);
        meters.handled(0, entries);
    }

    private int expire() {
        List<Entry> expired = transaction.buryEach(
                () -> parked.expired(consumer, clock.instant(), AT_ONCE).stream()
                        .map(this::woken)
                        .toList(),
                entry -> entry.expire(clock.instant()),
                entries -> {});
        meters.handled(0, expired);
        return expired.size();
    }

    private Entry woken(ParkedEvent event) {
        return Entry.woken(decoder.decode(RecordCopy.of(event)), event);
    }
}
