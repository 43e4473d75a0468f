package io.orderflow.cli.model.diff;

import java.util.Comparator;

/**
 * Something an element has at most once.
 *
 * @param label how people call it, for example {@code message} or {@code listener on start}
 */
record Trait(Aspect aspect, String label) implements Comparable<Trait> {

    private static final Comparator<Trait> ORDER =
            Comparator.comparing(Trait::aspect).thenComparing(Trait::label);

    @Override
    public int compareTo(Trait other) {
        return ORDER.compare(this, other);
    }
}
