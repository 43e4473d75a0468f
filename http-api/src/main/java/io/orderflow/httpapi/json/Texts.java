package io.orderflow.httpapi.json;

import java.util.Optional;

/** What text may consist of: what PostgreSQL stores and events carry. */
public final class Texts {

    public static final int MAX_IDENTIFIER = 200;

    private static final int MAX_TEXT = 1_000;

    private Texts() {}

    /** Whether this can be a name from some system: not blank, not long, printable. */
    public static boolean isIdentifier(String value) {
        return problemOfIdentifier("", value).isEmpty();
    }

    /** What keeps {@code value} from being a name from some system. */
    public static Optional<FieldError> problemOfIdentifier(String field, String value) {
        return problem(field, value, MAX_IDENTIFIER)
                .or(() -> problemOfBlank(field, value))
                .or(() -> value.chars().anyMatch(c -> c < ' ' || c == 0x7f)
                        ? problem(field, "invalid_text", "Must not contain control characters.")
                        : Optional.empty());
    }

    /** What keeps {@code value} from being words for people. */
    static Optional<FieldError> problemOfText(String field, String value) {
        return problem(field, value, MAX_TEXT);
    }

    /** Like {@link #problemOfText}, where there must be a word at least. */
    static Optional<FieldError> problemOfRequiredText(String field, String value) {
        return problemOfText(field, value).or(() -> problemOfBlank(field, value));
    }

    private static Optional<FieldError> problem(String field, String value, int maxLength) {
        if (value.codePointCount(0, value.length()) > maxLength) {
            return problem(field, "too_long", "Must have at most %d characters.".formatted(maxLength));
        }
        return isStorable(value)
                ? Optional.empty()
                : problem(field, "invalid_text", "Must not contain U+0000 or half a surrogate pair.");
    }

    /** PostgreSQL refuses U+0000, and half of a surrogate pair has no UTF-8. */
    private static boolean isStorable(String value) {
        return value.codePoints()
                .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    private static Optional<FieldError> problemOfBlank(String field, String value) {
        return value.isBlank() ? problem(field, "required", "Must not be blank.") : Optional.empty();
    }

    private static Optional<FieldError> problem(String field, String code, String message) {
        return Optional.of(new FieldError(field, code, message));
    }
}
