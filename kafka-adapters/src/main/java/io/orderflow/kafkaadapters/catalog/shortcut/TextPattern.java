package io.orderflow.kafkaadapters.catalog.shortcut;

import java.util.List;
import java.util.function.Predicate;

/**
 * A regular expression that is a row of character sets from {@code ^} to {@code $}. Each set takes all it can get and
 * gives nothing back, so a text may be missed that the expression would match after backtracking, but never the other way
 * round.
 */
record TextPattern(List<Step> steps) implements Predicate<String> {

    /** So many characters of a set. */
    record Step(CharacterSet set, int least, int most) {}

    /** @throws Unsupported if the expression is more than that */
    static Predicate<String> of(String expression) {
        if (PatternReader.isSuffix(expression)) {
            String suffix = expression.substring(0, expression.length() - 1);
            return text -> text.endsWith(suffix);
        }
        return new TextPattern(new PatternReader(expression).steps());
    }

    @Override
    public boolean test(String text) {
        int at = 0;
        for (Step step : steps) {
            int count = 0;
            while (count < step.most() && at < text.length()) {
                int character = text.codePointAt(at);
                if (!step.set().contains(character)) {
                    break;
                }
                at += Character.charCount(character);
                count++;
            }
            if (count < step.least()) {
                return false;
            }
        }
        return at == text.length();
    }
}
