package io.orderflow.cli.contracts;

import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;

/** Colours, where a person looks on and has not set NO_COLOR. */
final class Style {

    private Style() {}

    static String bold(String text) {
        return styled(text, Ansi.Style.bold);
    }

    static String faint(String text) {
        return styled(text, Ansi.Style.faint);
    }

    static String good(String text) {
        return styled(text, Ansi.Style.fg_green);
    }

    static String doubtful(String text) {
        return styled(text, Ansi.Style.fg_yellow);
    }

    static String bad(String text) {
        return styled(text, Ansi.Style.fg_red);
    }

    private static String styled(String text, IStyle style) {
        return Ansi.AUTO.enabled() ? style.on() + text + Ansi.Style.reset.on() : text;
    }
}
