package io.orderflow.messagecorrelation;

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

    /** The waiting instance has taken the message. */
    record Correlated(String processInstanceId) implements CorrelationOutcome {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.correlated(this);
        }

        @Override
        public String describe() {
            return "continued " + processInstanceId;
        }
    }

    /** The instance lives and does not wait for this message: not yet, or not any more. */
    record NotWaiting(String processInstanceId) implements CorrelationOutcome {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.notWaiting(this);
        }

        @Override
        public String describe() {
            return processInstanceId + " does not wait for this message";
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

    /** The instance waits for the message and was suspended by an operator. */
    record Suspended(String processInstanceId) implements CorrelationOutcome {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.suspended(this);
        }

        @Override
        public String describe() {
            return processInstanceId + " is suspended";
        }
    }

    /** The business key never had an instance. */
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

        R suspended(Suspended outcome);

        R unknownInstance(UnknownInstance outcome);

        R ambiguous(Ambiguous outcome);
    }
}
