package io.orderflow.kafkaadapters.inbox;

import io.orderflow.kafkaadapters.failure.FailureClass;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of an event. Stored with its ledger row, so that nobody has to guess later. */
public sealed interface HandlingOutcome {

    HandlingOutcome APPLIED = new Applied(null);

    static HandlingOutcome applied() {
        return APPLIED;
    }

    /** @param verdict what it did, in words for whoever asks later; becomes the ledger row's reason */
    static HandlingOutcome applied(String verdict) {
        return new Applied(verdict);
    }

    static HandlingOutcome ignored(String reason) {
        return new Ignored(reason);
    }

    static HandlingOutcome stale(String reason) {
        return new Stale(reason);
    }

    static HandlingOutcome rejected(String code, String reason) {
        return new Rejected(code, reason);
    }

    static HandlingOutcome failed(FailureClass failureClass, String code, String reason) {
        return new Failed(failureClass, code, reason);
    }

    /**
     * What the event would be applied to is not there yet.
     *
     * @param code stable reason code in snake case
     * @param atMost how long it waits before it becomes a dead letter with this code; null is as long as it takes
     */
    static HandlingOutcome parked(String code, String reason, @Nullable Duration atMost) {
        return new Parked(code, reason, atMost);
    }

    /**
     * The event had its effect.
     *
     * @param verdict what it did; stored as the ledger row's reason
     */
    record Applied(@Nullable String verdict) implements HandlingOutcome {}

    /** The event is fine and this consumer has nothing to do for it. */
    record Ignored(String reason) implements HandlingOutcome {}

    /** The event speaks about a state that has passed (late or repeated under another id). */
    record Stale(String reason) implements HandlingOutcome {}

    /** The business said no. Recorded, answered by a fact of the handler's own where one exists, never retried. */
    record Rejected(String code, String reason) implements HandlingOutcome {}

    /**
     * The event is put aside until it is asked for by {@link AwaitedEvents}, or until a sweep finds that the handler takes
     * it now. Its aggregate's later versions do not wait for it.
     *
     * @param code stable reason code in snake case; that of the dead letter if it waits in vain
     * @param atMost how long it waits; null is as long as it takes
     */
    record Parked(String code, String reason, @Nullable Duration atMost) implements HandlingOutcome {}

    /**
     * The event cannot be applied by this consumer. The class decides what follows, in the same transaction: somebody else's
     * outage takes the retry topics, our own trouble is tried again in place, anything else is a dead letter.
     *
     * @param code stable reason code in snake case
     */
    record Failed(FailureClass failureClass, String code, String reason) implements HandlingOutcome {}
}
