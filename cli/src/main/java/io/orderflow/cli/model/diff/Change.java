package io.orderflow.cli.model.diff;

import org.jspecify.annotations.Nullable;

/**
 * One difference of one element.
 *
 * @param text in plain words
 * @param before null where there was nothing
 * @param after null where there is nothing any more
 */
public record Change(Aspect aspect, String text, @Nullable String before, @Nullable String after) {

    static Change of(Trait trait, @Nullable String before, @Nullable String after) {
        return new Change(trait.aspect(), words(trait.label(), before, after), before, after);
    }

    private static String words(String label, @Nullable String before, @Nullable String after) {
        if (before == null) {
            return label + " is new: " + after;
        }
        return after == null
                ? label + " is gone, was: " + before
                : "%s changed from %s to %s".formatted(label, before, after);
    }
}
