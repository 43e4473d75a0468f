package io.orderflow.orchestration.adapters;

import io.orderflow.kafkaadapters.failure.FailureClass;
import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import io.orderflow.messagecorrelation.CorrelationOutcome;
import io.orderflow.messagecorrelation.CorrelationOutcome.AlreadyStarted;
import io.orderflow.messagecorrelation.CorrelationOutcome.Ambiguous;
import io.orderflow.messagecorrelation.CorrelationOutcome.Correlated;
import io.orderflow.messagecorrelation.CorrelationOutcome.Finished;
import io.orderflow.messagecorrelation.CorrelationOutcome.NotConcerned;
import io.orderflow.messagecorrelation.CorrelationOutcome.NotWaiting;
import io.orderflow.messagecorrelation.CorrelationOutcome.Started;
import io.orderflow.messagecorrelation.CorrelationOutcome.Suspended;
import io.orderflow.messagecorrelation.CorrelationOutcome.UnknownInstance;
import io.orderflow.messagecorrelation.binding.EventBinding;

/** What a correlation outcome means for the event. Each is stored with its reason: why did it move nothing? */
final class Verdicts implements CorrelationOutcome.Cases<HandlingOutcome> {

    private static final Verdicts VERDICTS = new Verdicts();

    private Verdicts() {}

    static HandlingOutcome of(CorrelationOutcome outcome) {
        return outcome.fold(VERDICTS);
    }

    @Override
    public HandlingOutcome started(Started outcome) {
        return HandlingOutcome.applied(outcome.describe());
    }

    @Override
    public HandlingOutcome correlated(Correlated outcome) {
        return HandlingOutcome.applied(outcome.describe());
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
    public HandlingOutcome notConcerned(NotConcerned outcome) {
        return HandlingOutcome.ignored(outcome.describe());
    }

    /** Topics do not wait for each other: the event that starts the instance may be on its way. */
    @Override
    public HandlingOutcome unknownInstance(UnknownInstance outcome) {
        return HandlingOutcome.parked("unknown_aggregate", outcome.describe(), EventBinding.DEFAULT_WAIT_LIMIT);
    }

    @Override
    public HandlingOutcome notWaiting(NotWaiting outcome) {
        return switch (outcome.unmatched()) {
            case PARK -> HandlingOutcome.parked("not_waiting", outcome.describe(), outcome.waitLimit());
            case IGNORE -> HandlingOutcome.ignored(outcome.describe());
            case DEAD_LETTER -> violation("not_waiting", outcome);
        };
    }

    @Override
    public HandlingOutcome ambiguous(Ambiguous outcome) {
        return violation("ambiguous_correlation", outcome);
    }

    /** An operator's deed, not the event's fault: it waits as long as the operator does. */
    @Override
    public HandlingOutcome suspended(Suspended outcome) {
        return HandlingOutcome.parked("held", outcome.describe(), null);
    }

    private static HandlingOutcome violation(String code, CorrelationOutcome outcome) {
        return HandlingOutcome.failed(FailureClass.CONTRACT_VIOLATION, code, outcome.describe());
    }
}
