package io.orderflow.orchestration.decisions;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One cell of a decision table in its simplest forms. Immutable. */
sealed interface UnaryTest {

    /** Null if this form cannot tell for a value of this type. */
    @Nullable
    Boolean answer(@Nullable Object input);

    Pattern TEXT = Pattern.compile("\"([^\"\\\\]*)\"");
    Pattern TEXTS = Pattern.compile("%1$s(?:\\s*,\\s*%1$s)*".formatted("\"[^\"\\\\]*\""));
    Pattern NONE_OF = Pattern.compile("not\\(\\s*(.*?)\\s*\\)");
    Pattern COMPARISON = Pattern.compile("(<=|>=|<|>)?\\s*(-?\\d{1,15}(?:\\.\\d{1,10})?)");

    /** Empty if the cell is more than that. */
    static Optional<UnaryTest> parse(String cell) {
        String text = cell.strip();
        Matcher comparison = COMPARISON.matcher(text);
        if (comparison.matches()) {
            @Nullable String operator = comparison.group(1);
            return Optional.of(new Compared(operator == null ? "=" : operator, new BigDecimal(comparison.group(2))));
        }
        Matcher noneOf = NONE_OF.matcher(text);
        String list = noneOf.matches() ? noneOf.group(1) : text;
        return TEXTS.matcher(list).matches()
                ? Optional.of(new OneOf(texts(list), !noneOf.matches()))
                : Optional.empty();
    }

    private static Set<String> texts(String list) {
        return TEXT.matcher(list)
                .results()
                .map((MatchResult text) -> text.group(1))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A number beside another. */
    record Compared(String operator, BigDecimal limit) implements UnaryTest {
        @Override
        public @Nullable Boolean answer(@Nullable Object input) {
            if (!(input instanceof Long) && !(input instanceof Double)) {
                return null;
            }
            int order = new BigDecimal(input.toString()).compareTo(limit);
            return switch (operator) {
                case "<=" -> order <= 0;
                case ">=" -> order >= 0;
                case "<" -> order < 0;
                case ">" -> order > 0;
                default -> order == 0;
            };
        }
    }

    /** A text among others, or not among them. */
    record OneOf(Set<String> texts, boolean wanted) implements UnaryTest {
        @Override
        public @Nullable Boolean answer(@Nullable Object input) {
            return input instanceof String text ? texts.contains(text) == wanted : null;
        }
    }
}
