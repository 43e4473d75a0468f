package io.orderflow.contractchecks.rules;

import java.util.Set;

/** Tells facts from commands by the last word of an event's name. */
final class PastTense {

    private static final Set<String> IRREGULAR = Set.of(
            "Begun",
            "Bought",
            "Built",
            "Drawn",
            "Found",
            "Given",
            "Held",
            "Kept",
            "Left",
            "Lost",
            "Made",
            "Met",
            "Paid",
            "Sent",
            "Shipped",
            "Sold",
            "Spent",
            "Split",
            "Taken",
            "Thrown",
            "Withdrawn",
            "Won",
            "Written");

    private static final Set<String> NOT_PARTICIPLES =
            Set.of("Bed", "Feed", "Need", "Proceed", "Seed", "Speed", "Succeed");

    private PastTense() {}

    /** Also with an addition behind the verb, as in {@code OrderSubmittedForFulfillment}. */
    static boolean isFact(String eventName) {
        String[] words = eventName.split("(?=[A-Z])");
        for (int i = 1; i < words.length; i++) {
            boolean behind = i == words.length - 1 || words[i + 1].matches("For|To|From|By|With|In|On");
            if (behind && isParticiple(words[i])) {
                return true;
            }
        }
        return false;
    }

    static boolean isParticiple(String word) {
        return IRREGULAR.contains(word) || (word.endsWith("ed") && !NOT_PARTICIPLES.contains(word));
    }
}
