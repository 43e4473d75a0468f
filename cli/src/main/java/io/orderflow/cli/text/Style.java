package io.orderflow.cli.text;

import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;

/** Colours, where a person looks on and has not set NO_COLOR. */
public final class Style {

    private Style() {}

    public static String bold(String text) {
        return styled(text, Ansi.Style.bold);
    }

    public static String faint(String text) {
        return styled(text, Ansi.Style.faint);
    }

    public static String good(String text) {
        return styled(text, Ansi.Style.fg_green);
    }

    public static String doubtful(String text) {
        return styled(text, Ansi.Style.fg_yellow);
    }

    public static String bad(String text) {
        return styled(text, Ansi.Style.fg_red);
    }

    private static String styled(String text, IStyle style) {
        return Ansi.AUTO.enabled() ? style.on() + text + Ansi.Style.reset.on() : text;
    }
}
