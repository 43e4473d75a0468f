package io.orderflow.kafkaadapters.catalog.shortcut;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the few things that the patterns of contracts are made of. Not thread safe. */
final class PatternReader {

    private static final Pattern SUFFIX = Pattern.compile("[A-Za-z0-9]+\\$");
    private static final Pattern COUNT = Pattern.compile("\\{(\\d{1,6})(?:(,)(\\d{1,6})?)?}");
    private static final String SPECIAL = "\\^$.|?*+()[]{}";
    private static final String ESCAPABLE = SPECIAL + "-/";
    private static final int HEX_DIGITS = 4;
    private static final char END = '$';

    private final String expression;
    private int at;

    PatternReader(String expression) {
        this.expression = expression;
    }

    /** Whether this is only about the end of a text. */
    static boolean isSuffix(String expression) {
        return SUFFIX.matcher(expression).matches();
    }

    List<TextPattern.Step> steps() {
        take('^');
        List<TextPattern.Step> steps = new ArrayList<>();
        while (peek() != END) {
            steps.add(counted(peek() == '[' ? set() : literal()));
        }
        take(END);
        if (at < expression.length()) {
            throw unsupported();
        }
        return List.copyOf(steps);
    }

    private CharacterSet literal() {
        char c = character(SPECIAL);
        return CharacterSet.NONE.with(c, c);
    }

    private CharacterSet set() {
        take('[');
        boolean negated = peek() == '^';
        if (negated) {
            take('^');
        }
        CharacterSet set = CharacterSet.NONE;
        do {
            char first = character("[]^&");
            boolean range = peek() == '-' && at + 1 < expression.length() && expression.charAt(at + 1) != ']';
            if (range) {
                take('-');
            }
            set = set.with(first, range ? character("[]^&-") : first);
        } while (peek() != ']');
        take(']');
        return negated ? set.negated() : set;
    }

    private TextPattern.Step counted(CharacterSet set) {
        char next = peek();
        if (next == '+' || next == '*' || next == '?') {
            at++;
            refuseModifier();
            return new TextPattern.Step(set, next == '+' ? 1 : 0, next == '?' ? 1 : Integer.MAX_VALUE);
        }
        if (next != '{') {
            return new TextPattern.Step(set, 1, 1);
        }
        Matcher count = COUNT.matcher(expression).region(at, expression.length());
        if (!count.lookingAt()) {
            throw unsupported();
        }
        at = count.end();
        refuseModifier();
        int least = Integer.parseInt(count.group(1));
        int most = count.group(2) == null
                ? least
                : count.group(3) == null ? Integer.MAX_VALUE : Integer.parseInt(count.group(3));
        return new TextPattern.Step(set, least, most);
    }

    private void refuseModifier() {
        if (peek() == '+' || peek() == '?' || peek() == '*' || peek() == '{') {
            throw unsupported();
        }
    }

    /** @param special what does not stand for itself here */
    private char character(String special) {
        char c = peek();
        at++;
        if (c != '\\') {
            if (special.indexOf(c) >= 0) {
                throw unsupported();
            }
            return c;
        }
        char escaped = peek();
        at++;
        if (escaped == 'u' && at + HEX_DIGITS <= expression.length()) {
            int code = HexFormat.fromHexDigits(expression, at, at + HEX_DIGITS);
            at += HEX_DIGITS;
            return (char) code;
        }
        if (ESCAPABLE.indexOf(escaped) < 0) {
            throw unsupported();
        }
        return escaped;
    }

    private char peek() {
        if (at >= expression.length()) {
            throw unsupported();
        }
        return expression.charAt(at);
    }

    private void take(char expected) {
        if (peek() != expected) {
            throw unsupported();
        }
        at++;
    }

    private Unsupported unsupported() {
        return new Unsupported("the pattern " + expression + " at " + at);
    }
}
