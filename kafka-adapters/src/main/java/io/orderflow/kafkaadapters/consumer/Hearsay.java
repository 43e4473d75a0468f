package io.orderflow.kafkaadapters.consumer;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What a broken record says about itself, made safe to store: text only, short, without characters no database takes. */
final class Hearsay {

    /** Enough for what is wrong, too short for what a hostile record would like to store. */
    static final int LONGEST_REASON = 2_000;

    private static final int LONGEST = 200;

    private Hearsay() {}

    static @Nullable String text(@Nullable JsonNode tree, String field) {
        if (tree == null || !tree.path(field).isTextual()) {
            return null;
        }
        return shortened(tree.path(field).asText(), LONGEST);
    }

    /** Without NUL (PostgreSQL refuses it) and cut to a length. */
    static String shortened(String text, int longest) {
        String clean = text.replace('\u0000', '\uFFFD');
        return clean.length() <= longest ? clean : clean.substring(0, longest) + "…";
    }

    /** On one line: a record must not be able to write log lines of its own. */
    static String forLog(String text) {
        return shortened(text, LONGEST).replaceAll("\\p{Cntrl}", " ");
    }
}
