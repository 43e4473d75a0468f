package io.orderflow.kafkaadapters.catalog.shortcut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextPatternTest {

    private static final String[] PIECES = {
        "a",
        "b",
        "Z",
        "z",
        "0",
        "9",
        "_",
        "-",
        ".",
        "/",
        ":",
        "sha256:",
        "schema://",
        "\n",
        "\u0000",
        "\u001f",
        "\u007f",
        "\u0080",
        "é",
        "\ud83d\ude00",
        "\ud83d",
        "\ude00",
        "ſ",
        "٣"
    };
    private static final int TEXTS = 20_000;
    private static final int LONGEST = 6;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^[A-Z][A-Za-z]{2,79}$",
                "^[a-z0-9_]{1,64}$",
                "^schema://[a-z0-9.-]+/[A-Za-z]+/[0-9]+$",
                "^[^\\u0000-\\u001f\\u007f]+$",
                "^[^\\u0000]*$",
                "^-?[0-9]+\\.[0-9]{2,6}$",
                "^[0-9]{2}$",
                "^a?b*z{2,}$",
                "^[a-]+$",
                "Z$",
                "^sha256:[0-9a-z]{2}$"
            })
    void acceptsWhatTheExpressionMatchesAndNothingElse(String expression) {
        Predicate<String> accepts = TextPattern.of(expression);
        Predicate<String> matches =
                Pattern.compile(expression.replaceFirst("\\$$", "\\\\z")).asPredicate();
        Random random = new Random(1);
        for (int i = 0; i < TEXTS; i++) {
            String text = text(random, expression);
            assertThat(accepts.test(text)).as("<%s>", text).isEqualTo(matches.test(text));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"^a*a$", "^[a-z]+z$"})
    void missesWhatNeedsBacktrackingButAcceptsNothingWrong(String expression) {
        Predicate<String> accepts = TextPattern.of(expression);
        assertThat(accepts.test("zaz")).isFalse();
        assertThat(accepts.test("a")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a-z]+",
                "^[a-z]+",
                "^(a|b)$",
                "^a|b$",
                "^.$",
                "^\\d+$",
                "^[a-z]++$",
                "^[a-z]+?$",
                "^[a-z&&[^b]]$",
                "^[[:alpha:]]$",
                "^[ä-ö]$",
                "^a$b$",
                "^[a-z",
                "^a{,3}$",
                "^\\bab$",
                "a.Z$"
            })
    void leavesEverythingElseToTheLibrary(String expression) {
        assertThatThrownBy(() -> TextPattern.of(expression)).isInstanceOf(Unsupported.class);
    }

    /** Half of them are near misses: pieces of the expression itself, which have more chance to match. */
    private static String text(Random random, String expression) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(LONGEST + 1); length > 0; length--) {
            if (random.nextBoolean()) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            } else {
                text.append(expression.charAt(random.nextInt(expression.length())));
            }
        }
        return text.toString();
    }
}
