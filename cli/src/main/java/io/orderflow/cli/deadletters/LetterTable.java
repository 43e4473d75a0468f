package io.orderflow.cli.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.List;

/** Dead letters, one line each and the reason below it. */
final class LetterTable {

    private static final int LONGEST_REASON = 110;

    private LetterTable() {}

    static void print(List<JsonNode> lists, PrintWriter out) {
        String group = "";
        for (JsonNode letters : lists) {
            for (JsonNode letter : letters) {
                if (!letter.path("consumerGroup").asText().equals(group)) {
                    group = letter.path("consumerGroup").asText();
                    out.println();
                    out.println(group);
                }
                out.printf(
                        "  %s  %s  %-26s %-28s %s/%d@%d%s%n",
                        letter.path("id").asText(),
                        letter.path("failedAt").asText().replaceAll("\\.[0-9]+Z", "Z"),
                        letter.path("code").asText(),
                        letter.path("eventType").asText("unreadable"),
                        letter.path("topic").asText(),
                        letter.path("partition").asInt(),
                        letter.path("offset").asLong(),
                        redrives(letter));
                out.println("      " + reason(letter));
            }
        }
    }

    private static String redrives(JsonNode letter) {
        int redrives = letter.path("redrives").asInt();
        return redrives == 0 ? "" : "  redriven in vain: " + redrives;
    }

    /** On one line: a record's own words must not be able to draw on the terminal. */
    private static String reason(JsonNode letter) {
        String reason = Printable.of(letter.path("reason").asText());
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
    }
}
