package io.orderflow.contractchecks.compatibility;

/** What a change does to those who have not made it yet, from harmless to unknown. */
public enum Verdict {
    /** Nobody notices. */
    COMPATIBLE("compatible"),
    /** Harmless if no consumer relies on what changes; somebody has to say so. */
    MAYBE("maybe"),
    /** Some consumers may fail; they have to be asked first. */
    RISKY("risky"),
    /** Needs a new version beside the old one. */
    BREAKING("breaking"),
    /** Cannot be judged, and is refused for that reason. */
    UNKNOWN("unknown: refused");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether no line in a change log makes it acceptable. */
    public boolean isRefused() {
        return compareTo(BREAKING) >= 0;
    }

    Verdict or(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
