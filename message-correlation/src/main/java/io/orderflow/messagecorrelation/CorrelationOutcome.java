package io.orderflow.messagecorrelation;

import io.orderflow.messagecorrelation.binding.EventBinding;
import io.orderflow.messagecorrelation.binding.Unmatched;
import java.time.Duration;

/** What became of a request. */
public sealed interface CorrelationOutcome {

    /** Calls the one method that belongs to this outcome: a switch that the compiler checks for completeness. */
    <R> R fold(Cases<R> cases);

    /** The outcome as half a sentence for people. */
    String describe();

    /** A new instance runs, or has already run to its end. */
    record Started(String processInstanceId, String processKey, int processVersion) implements CorrelationOutcome {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.started(this);
        }

        @Override
        public String describe() {
            return "started " + processKey + " version " + processVersion + " as " + processInstanceId;
        }
    }

    /** The business key already has, or had, its instance. */
    record AlreadyStarted(String processInstanceId) implements CorrelationOutcome {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.alreadyStarted(this);
        }

        @Override
        public String describe() {
            return "already started as " + processInstanceId;
        }
    }

    /**
     * The waiting instance has taken the message.
     *
     * @param elementId the element of the model that waited
     */
    record Correlated(String processInstanceId, String elementId) implements CorrelationOutcome {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.correlated(this);
        }

        @Override
        public String describe() {
            return "continued " + processInstanceId + " at " + elementId;
        }
    }

    /**
     * The instance lives and does not wait for this message: not yet, or not any more. As long as the transaction lasts it
     * cannot begin to wait unnoticed: a message that is kept in this transaction will be found.
     *
     * @param reason which instance does not, in words
     * @param unmatched what the model wants to become of it
     * @param waitLimit how long it may be kept
     */
    record NotWaiting(String reason, Unmatched unmatched, Duration waitLimit) implements CorrelationOutcome {

        /** For a message that no model says anything about. */
        public static NotWaiting byDefault(String processInstanceId) {
            return new NotWaiting(
                    processInstanceId + " does not wait for this message",
                    Unmatched.PARK,
                    EventBinding.DEFAULT_WAIT_LIMIT);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.notWaiting(this);
        }

        @Override
        public String describe() {
            return reason;
        }
    }

    /** The instance has ended. */
    record Finished(String processInstanceId) implements CorrelationOutcome {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.finished(this);
        }

        @Override
        public String describe() {
            return processInstanceId + " has ended";
        }
    }

    /** No process has any use for the event. */
    record NotConcerned(String reason) implements CorrelationOutcome {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.notConcerned(this);
        }

        @Override
        public String describe() {
            return reason;
        }
    }

    /**
     * An operator has suspended whom the message is for.
     *
     * @param suspended the instance that waits for it, or the process that it would start
     */
    record Suspended(String suspended) implements CorrelationOutcome {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.suspended(this);
        }

        @Override
        public String describe() {
            return suspended + " is suspended: activate it to go on";
        }
    }

    /** The business key never had an instance. As with {@link NotWaiting}, its start will not go by unnoticed. */
    record UnknownInstance() implements CorrelationOutcome {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.unknownInstance(this);
        }

        @Override
        public String describe() {
            return "no instance was ever started for this key";
        }
    }

    /** The instance waits for the message at several places, so none of them got it. */
    record Ambiguous(String processInstanceId, int places) implements CorrelationOutcome {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ambiguous(this);
        }

        @Override
        public String describe() {
            return processInstanceId + " waits for this message at " + places + " places";
        }
    }

    /** One method for each outcome. */
    interface Cases<R> {
        R started(Started outcome);

        R alreadyStarted(AlreadyStarted outcome);

        R correlated(Correlated outcome);

        R notWaiting(NotWaiting outcome);

        R finished(Finished outcome);

        R notConcerned(NotConcerned outcome);

        R suspended(Suspended outcome);

        R unknownInstance(UnknownInstance outcome);

        R ambiguous(Ambiguous outcome);
    }
}
