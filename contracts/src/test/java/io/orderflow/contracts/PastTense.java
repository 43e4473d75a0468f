package io.orderflow.contracts;

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

    static boolean isFact(String eventName) {
        String[] words = eventName.split("(?=[A-Z])");
        String last = words[words.length - 1];
        return words.length > 1
                && (IRREGULAR.contains(last) || (last.endsWith("ed") && !NOT_PARTICIPLES.contains(last)));
    }
}
