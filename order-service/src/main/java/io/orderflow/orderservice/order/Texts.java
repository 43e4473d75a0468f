package io.orderflow.orderservice.order;

/** What text may consist of: what PostgreSQL stores and events carry. */
public final class Texts {

    private Texts() {}

    /** No U+0000, which PostgreSQL refuses, and no half of a surrogate pair, which has no UTF-8. */
    public static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }
}
