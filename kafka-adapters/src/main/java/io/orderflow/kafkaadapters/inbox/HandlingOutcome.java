package io.orderflow.kafkaadapters.inbox;

import io.orderflow.kafkaadapters.failure.FailureClass;

/** What became of an event. Stored with its ledger row, so that nobody has to guess later. */
public sealed interface HandlingOutcome {

    HandlingOutcome APPLIED = new Applied();

    static HandlingOutcome applied() {
        return APPLIED;
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

    /** The event had its effect. */
    record Applied() implements HandlingOutcome {}

    /** The event is fine and this consumer has nothing to do for it. */
    record Ignored(String reason) implements HandlingOutcome {}

    /** The event speaks about a state that has passed (late or repeated under another id). */
    record Stale(String reason) implements HandlingOutcome {}

    /** The business said no. Recorded, answered by a fact of the handler's own where one exists, never retried. */
    record Rejected(String code, String reason) implements HandlingOutcome {}

    /**
     * The event cannot be applied by this consumer. The class decides what follows, in the same transaction: somebody else's
     * outage takes the retry topics, our own trouble is tried again in place, anything else is a dead letter.
     *
     * @param code stable reason code in snake case
     */
    record Failed(FailureClass failureClass, String code, String reason) implements HandlingOutcome {}
}
