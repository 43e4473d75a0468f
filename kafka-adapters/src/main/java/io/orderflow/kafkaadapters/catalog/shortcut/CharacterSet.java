package io.orderflow.kafkaadapters.catalog.shortcut;

/**
 * Characters up to 127 one by one, all others together.
 *
 * @param low a bit for each of 0 to 63
 * @param high a bit for each of 64 to 127
 */
record CharacterSet(long low, long high, boolean others) {

    static final CharacterSet NONE = new CharacterSet(0, 0, false);

    private static final int HALF = 64;
    private static final int ALL = 128;

    CharacterSet with(char first, char last) {
        if (last >= ALL || first > last) {
            throw new Unsupported("the characters " + first + " to " + last);
        }
        long lower = low;
        long upper = high;
        for (int c = first; c <= last; c++) {
            if (c < HALF) {
                lower |= 1L << c;
            } else {
                upper |= 1L << c - HALF;
            }
        }
        return new CharacterSet(lower, upper, others);
    }

    CharacterSet negated() {
        return new CharacterSet(~low, ~high, !others);
    }

    boolean contains(int codePoint) {
        return codePoint < HALF
                ? (low >>> codePoint & 1) != 0
                : codePoint < ALL ? (high >>> codePoint - HALF & 1) != 0 : others;
    }
}
