package io.orderflow.kafkaadapters.catalog.shortcut;

import java.util.function.Predicate;

/** Formats in the spelling that we write; every other spelling is the library's to judge. */
final class TextFormats {

    private static final int UUID_LENGTH = 36;
    private static final int TO_SECONDS = 19;
    private static final int MOST_FRACTION_DIGITS = 9;
    private static final int SHORTEST_MONTH = 28;

    private TextFormats() {}

    static Predicate<String> named(String format) {
        return switch (format) {
            case "date-time" -> TextFormats::isInstant;
            case "uuid" -> TextFormats::isUuid;
            default -> throw new Unsupported("format " + format);
        };
    }

    /** The 29th of February is left to the library, as are years before 1, offsets and leap seconds. */
    static boolean isInstant(String text) {
        int end = text.length() - 1;
        return end >= TO_SECONDS
                && text.charAt(end) == 'Z'
                && digits(text, 0, 4) > 0
                && text.charAt(4) == '-'
                && within(digits(text, 5, 7), 1, 12)
                && text.charAt(7) == '-'
                && isDay(digits(text, 8, 10), digits(text, 5, 7))
                && text.charAt(10) == 'T'
                && within(digits(text, 11, 13), 0, 23)
                && text.charAt(13) == ':'
                && within(digits(text, 14, 16), 0, 59)
                && text.charAt(16) == ':'
                && within(digits(text, 17, 19), 0, 59)
                && isFraction(text, end);
    }

    static boolean isUuid(String text) {
        if (text.length() != UUID_LENGTH) {
            return false;
        }
        for (int i = 0; i < UUID_LENGTH; i++) {
            boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
            char c = text.charAt(i);
            if (hyphen ? c != '-' : !isHex(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDay(int day, int month) {
        int last = month == 2 ? SHORTEST_MONTH : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
        return within(day, 1, last);
    }

    private static boolean isFraction(String text, int end) {
        return end == TO_SECONDS
                || text.charAt(TO_SECONDS) == '.'
                        && within(end - TO_SECONDS - 1, 1, MOST_FRACTION_DIGITS)
                        && digits(text, TO_SECONDS + 1, end) >= 0;
    }

    /** @return -1 if there is anything but digits */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    private static boolean within(int number, int least, int most) {
        return number >= least && number <= most;
    }

    private static boolean isHex(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }
}
