package io.orderflow.contractchecks.rules;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Names cut into words, whichever way they are joined: cardNumber, card_number, CardNumber, cardnumber. */
final class Words {

    private static final String BORDER =
            "(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=[0-9])|[^A-Za-z0-9]+";

    private Words() {}

    static List<String> of(String name) {
        return Stream.of(name.split(BORDER))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The last word; empty if there is none. */
    static String last(String name) {
        List<String> words = of(name);
        return words.isEmpty() ? "" : words.get(words.size() - 1);
    }

    /** Whether some words in a row make one of the terms, which are written in lower case without spaces. */
    static boolean contain(String name, Set<String> terms) {
        List<String> words = of(name);
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + 1; to <= words.size(); to++) {
                String joined = String.join("", words.subList(from, to));
                if (terms.contains(joined) || terms.contains(singular(joined))) {
                    return true;
                }
            }
        }
        return false;
    }

    static String singular(String word) {
        return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }
}
