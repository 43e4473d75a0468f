package io.orderflow.fulfillmentmock.api;

import java.util.Optional;

/** What texts from outside may consist of. The event contracts and PostgreSQL accept no more than this. */
public final class Texts {

    /** As in the contracts' {@code identifier}. */
    public static final int IDENTIFIER_LENGTH = 200;

    private Texts() {}

    /** What is wrong with an identifier: empty, too long, or with characters that nobody can see. */
    public static Optional<FieldProblem> problemOfIdentifier(String field, String value) {
        if (value.isBlank()) {
            return Optional.of(new FieldProblem(field, "required", "must not be blank"));
        }
        if (value.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            return Optional.of(new FieldProblem(field, "invalid_text", "must not contain control characters"));
        }
        return problemOfText(field, value, IDENTIFIER_LENGTH);
    }

    static Optional<FieldProblem> problemOfText(String field, String value, int maxLength) {
        if (value.codePointCount(0, value.length()) > maxLength) {
            return Optional.of(new FieldProblem(field, "too_long", "must have at most " + maxLength + " characters"));
        }
        boolean broken = value.codePoints().anyMatch(c -> c == 0 || (c >= 0xd800 && c <= 0xdfff));
        return broken
                ? Optional.of(
                        new FieldProblem(field, "invalid_text", "must not contain U+0000 or half a surrogate pair"))
                : Optional.empty();
    }
}
