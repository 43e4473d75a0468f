package io.orderflow.orchestration.adapters;

import io.orderflow.kafkaadapters.failure.FailureClass;
import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import io.orderflow.messagecorrelation.CorrelationOutcome;
import io.orderflow.messagecorrelation.CorrelationOutcome.AlreadyStarted;
import io.orderflow.messagecorrelation.CorrelationOutcome.Ambiguous;
import io.orderflow.messagecorrelation.CorrelationOutcome.Correlated;
import io.orderflow.messagecorrelation.CorrelationOutcome.Finished;
import io.orderflow.messagecorrelation.CorrelationOutcome.NotWaiting;
import io.orderflow.messagecorrelation.CorrelationOutcome.Started;
import io.orderflow.messagecorrelation.CorrelationOutcome.Suspended;
import io.orderflow.messagecorrelation.CorrelationOutcome.UnknownInstance;
import io.orderflow.orchestration.adapters.ProcessEffect.Unmatched;

/** What a correlation outcome means for the event: had its effect, came too late, or goes to the dead letters. */
final class Verdicts implements CorrelationOutcome.Cases<HandlingOutcome> {

    private final Unmatched unmatched;

    private Verdicts(Unmatched unmatched) {
        this.unmatched = unmatched;
    }

    /** @param unmatched what it means that the living process does not wait */
    static HandlingOutcome of(CorrelationOutcome outcome, Unmatched unmatched) {
        return outcome.fold(new Verdicts(unmatched));
    }

    @Override
    public HandlingOutcome started(Started outcome) {
        return HandlingOutcome.applied();
    }

    @Override
    public HandlingOutcome correlated(Correlated outcome) {
        return HandlingOutcome.applied();
    }

    @Override
    public HandlingOutcome alreadyStarted(AlreadyStarted outcome) {
        return HandlingOutcome.ignored(outcome.describe());
    }

    @Override
    public HandlingOutcome finished(Finished outcome) {
        return HandlingOutcome.ignored(outcome.describe());
    }

    @Override
    public HandlingOutcome unknownInstance(UnknownInstance outcome) {
        return violation("unknown_aggregate", outcome);
    }

    @Override
    public HandlingOutcome notWaiting(NotWaiting outcome) {
        return switch (unmatched) {
            case IGNORE -> HandlingOutcome.ignored(outcome.describe());
            case DEAD_LETTER -> violation("not_waiting", outcome);
        };
    }

    @Override
    public HandlingOutcome ambiguous(Ambiguous outcome) {
        return violation("ambiguous_correlation", outcome);
    }

    /** An operator's deed, not the event's fault: the dead letter can be redriven once the instance is active again. */
    @Override
    public HandlingOutcome suspended(Suspended outcome) {
        return HandlingOutcome.failed(FailureClass.DEPENDENCY_OUTAGE, "instance_suspended", outcome.describe());
    }

    private static HandlingOutcome violation(String code, CorrelationOutcome outcome) {
        return HandlingOutcome.failed(FailureClass.CONTRACT_VIOLATION, code, outcome.describe());
    }
}
