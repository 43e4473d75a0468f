package io.orderflow.contractchecks.compatibility;

import java.util.List;

/**
 * Two schemas and what there is to say about the step from one to the other. JSON is written with single quotes.
 *
 * @param writtenBefore a value of the old schema that shows the change to a new consumer; empty if none can
 * @param writtenNow a value of the new schema that shows the change to an old consumer; empty if none can
 * @param changes each as {@code KIND /pointer}
 */
record Comparison(
        String name, String before, String after, String writtenBefore, String writtenNow, List<String> changes) {

    static Comparison of(String name, String before, String after, String... changes) {
        return new Comparison(name, before, after, "", "", List.of(changes));
    }

    /** With the values that a real validator is asked about. */
    Comparison writing(String before, String now) {
        return new Comparison(name, this.before, after, before, now, changes);
    }

    @Override
    public String toString() {
        return name;
    }
}
