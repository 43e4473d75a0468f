package io.orderflow.cli.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;

/** What is there, and how a replay ended, for reading. */
final class ReplayText {

    static final String COMMAND = "./orderflow replay projection order-summary";

    private ReplayText() {}

    static void overview(JsonNode overview, PrintWriter out) {
        out.printf(
                "In use        %s: %,d orders, checksum %s%n",
                overview.path("table").asText(),
                overview.path("rows").asLong(),
                overview.path("checksum").asText());
        out.printf("In the topic  %,d events%n", overview.path("recordsInTopic").asLong());
        for (JsonNode generation : overview.path("generations")) {
            if (generation.path("state").asText().equals("OLD")) {
                out.printf(
                        "Kept          %s. Drop it: %s --drop-old %d --yes%n",
                        generation.path("table").asText(),
                        COMMAND,
                        generation.path("generation").asInt());
            }
        }
    }

    static void plan(JsonNode overview, boolean afresh, PrintWriter out) {
        overview(overview, out);
        boolean isUnfinished = overview.hasNonNull("unfinished");
        if (overview.path("running").asBoolean()) {
            out.printf("A replay is running. Next: %s --yes shows how far it is%n", COMMAND);
            return;
        }
        out.println("A replay would");
        if (isUnfinished && !afresh) {
            out.printf(
                    "  - go on with order_summary_projection_v%d, which is not finished (--discard-unfinished begins anew)%n",
                    overview.path("unfinished").asInt());
        } else {
            out.println("  - fill a new table from the first event on; readers see nothing of it");
        }
        out.println("  - compare count and checksum with the table in use, at the same position of every partition");
        out.println("  - switch if they are equal, else show the differences and switch nothing");
        out.printf("  - keep %s%n", overview.path("table").asText());
        out.printf("Nothing was done. Next: %s --yes%n", COMMAND);
    }

    /** @return the exit code */
    static int ended(JsonNode replay, JsonNode overview, PrintWriter out) {
        String table = replay.path("table").asText();
        comparison(replay, out);
        switch (replay.path("status").asText()) {
            case "SWITCHED" -> {
                out.printf("Switched: readers see %s.%n", table);
                if (replay.hasNonNull("differencesAcceptedBecause")) {
                    out.printf(
                            "The differences were accepted: %s%n",
                            replay.path("differencesAcceptedBecause").asText());
                }
                for (JsonNode generation : overview.path("generations")) {
                    if (generation.path("state").asText().equals("OLD")) {
                        out.printf(
                                "Kept: %s. Next, when nobody wants it back: %s --drop-old %d --yes%n",
                                generation.path("table").asText(),
                                COMMAND,
                                generation.path("generation").asInt());
                    }
                }
                return 0;
            }
            case "DIFFERENT" -> {
                out.printf(
                        "The tables differ; %s is in use as before.%n",
                        overview.path("table").asText());
                out.printf(
                        "Next: find out why, then repeat the replay, or take the new table as it is: %s --yes --accept-differences --reason TEXT%n",
                        COMMAND);
                return 1;
            }
            case "FAILED" ->
                out.printf(
                        "The replay failed: %s%nNothing is lost. Next: %s --yes goes on where it stopped%n",
                        replay.path("failure").asText(), COMMAND);
            default ->
                out.printf(
                        "The replay was interrupted (%s).%nNothing is lost. Next: %s --yes goes on where it stopped%n",
                        replay.path("status").asText(), COMMAND);
        }
        return 1;
    }

    private static void comparison(JsonNode replay, PrintWriter out) {
        JsonNode comparison = replay.path("comparison");
        if (replay.path("skipped").asLong() > 0) {
            out.printf(
                    "Skipped, because they are dead letters: %,d%n",
                    replay.path("skipped").asLong());
        }
        if (replay.path("early").asLong() > 0) {
            out.printf(
                    "Still waiting for an earlier event of their order: %,d%n",
                    replay.path("early").asLong());
        }
        if (!comparison.isObject()) {
            return;
        }
        content("In use until now", comparison.path("inUse"), out);
        content("Rebuilt", comparison.path("rebuilt"), out);
        if (comparison.path("differing").asLong() > 0) {
            out.printf("%,d orders differ:%n", comparison.path("differing").asLong());
        }
        for (JsonNode difference : comparison.path("differences")) {
            out.printf(
                    "  %s (%s)%s%n",
                    difference.path("orderId").asText(),
                    difference.path("tenantId").asText(),
                    columns(difference));
        }
    }

    private static void content(String name, JsonNode content, PrintWriter out) {
        out.printf(
                "%-17s %,d orders, checksum %s%n",
                name, content.path("rows").asLong(), content.path("checksum").asText());
    }

    private static String columns(JsonNode difference) {
        switch (difference.path("where").asText()) {
            case "ONLY_IN_USE" -> {
                return ": only in the table in use";
            }
            case "ONLY_REBUILT" -> {
                return ": only in the rebuilt table";
            }
            default -> {
                StringBuilder text = new StringBuilder();
                difference
                        .path("columns")
                        .properties()
                        .forEach(column -> text.append("%n      %s: in use %s, rebuilt %s"
                                .formatted(
                                        column.getKey(),
                                        column.getValue().path("inUse").asText("null"),
                                        column.getValue().path("rebuilt").asText("null"))));
                return text.toString();
            }
        }
    }
}
