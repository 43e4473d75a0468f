package io.orderflow.kafkaadapters.consumer;

import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import io.orderflow.kafkaadapters.inbox.LedgerRow.Outcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the ledger says of an event that is over and done with. */
record Ruling(Outcome outcome, @Nullable String code, @Nullable String reason) {

    Ruling {
        reason = reason == null ? null : Hearsay.shortened(reason, Hearsay.LONGEST_REASON);
    }

    /** @return nothing for what waits or fails, and for an effect that there is nothing to say about */
    static Optional<Ruling> of(HandlingOutcome said) {
        if (said instanceof HandlingOutcome.Applied applied) {
            return Optional.ofNullable(applied.verdict()).map(verdict -> new Ruling(Outcome.APPLIED, null, verdict));
        }
        if (said instanceof HandlingOutcome.Ignored ignored) {
            return Optional.of(new Ruling(Outcome.IGNORED, null, ignored.reason()));
        }
        if (said instanceof HandlingOutcome.Stale stale) {
            return Optional.of(new Ruling(Outcome.STALE, null, stale.reason()));
        }
        if (said instanceof HandlingOutcome.Rejected rejected) {
            return Optional.of(new Ruling(Outcome.REJECTED, rejected.code(), rejected.reason()));
        }
        return Optional.empty();
    }
}
