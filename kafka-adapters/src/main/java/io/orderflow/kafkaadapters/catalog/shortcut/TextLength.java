package io.orderflow.kafkaadapters.catalog.shortcut;

import java.util.function.Predicate;

/** Counts characters, not halves of them; only where it matters, since a text has at most twice as many halves. */
record TextLength(int least, int most) implements Predicate<String> {

    @Override
    public boolean test(String text) {
        int halves = text.length();
        return (halves >= 2L * least || characters(text) >= least) && (halves <= most || characters(text) <= most);
    }

    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }
}
