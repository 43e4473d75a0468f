package io.orderflow.contractchecks.compatibility;

/**
 * A change of something that was released.
 *
 * @param subject an event's name, {@code envelope}, a record's name or a topic's
 * @param file what changed, relative to the catalogue's folder
 * @param changelog where it has to be acknowledged
 * @param binding whether anybody publishes it: what is only planned may still be broken, in full view
 * @param acknowledged whether the change log names it, in a line that the release did not have
 */
public record ContractChange(
        String subject, String file, String changelog, Change change, boolean binding, boolean acknowledged) {

    /** What the build makes of a change. */
    public enum Status {
        /** Needs nothing. */
        ACCEPTED,
        /** Would be refused if its change log did not name it. */
        ACKNOWLEDGED,
        /** Refused until its change log names it. */
        TO_BE_ACKNOWLEDGED,
        /** Refused. */
        REFUSED
    }

    public Status status() {
        if (change.verdict() == Verdict.COMPATIBLE) {
            return Status.ACCEPTED;
        }
        if (change.verdict().isRefused() && binding) {
            return Status.REFUSED;
        }
        return acknowledged ? Status.ACKNOWLEDGED : Status.TO_BE_ACKNOWLEDGED;
    }
}
