package io.orderflow.messagecorrelation.binding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What becomes of an event that a living process instance does not wait for. */
public enum Unmatched {

    /** It is early: kept until the instance waits for it, or the wait limit is over. */
    PARK,

    /** Another way led to the same fact (an operator, a caller of an API), so the process need not have asked. */
    IGNORE,

    /** The process should have waited: somebody has to look. */
    DEAD_LETTER;

    /** The policy as models write it, e.g. {@code dead-letter}; empty if there is no such policy. */
    public static Optional<Unmatched> named(String name) {
        return Arrays.stream(values())
                .filter(policy -> policy.modelName().equals(name))
                .findFirst();
    }

    /** All of them as models write them, for people. */
    public static String names() {
        return Arrays.stream(values()).map(Unmatched::modelName).collect(Collectors.joining(", "));
    }

    /** As models write it. */
    public String modelName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
