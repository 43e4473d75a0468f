package io.orderflow.orderservice.order;

/** What text may consist of: what PostgreSQL stores and events carry. */
public final class Texts {

    public static final int MAX_IDENTIFIER = 200;
    public static final int MAX_TEXT = 1_000;

    private Texts() {}

    /** No U+0000, which PostgreSQL refuses, and no half of a surrogate pair, which has no UTF-8. */
    public static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    /** Whether any character is one that nobody can see or type. */
    public static boolean hasControls(String text) {
        return text.chars().anyMatch(c -> c < ' ' || c == 0x7f);
    }

    /** Characters as people count them. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
