package io.orderflow.cli.deadletters;

/** Text from records, which anybody may have written, made harmless for a terminal. */
final class Printable {

    private Printable() {}

    static String of(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
