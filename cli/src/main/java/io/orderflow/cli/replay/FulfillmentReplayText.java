package io.orderflow.cli.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;

/** A replay of fulfilment in words: the differences as a table, then the commands. */
final class FulfillmentReplayText {

    private static final String ROW = "%4s  %-10s  %-45s  %7s  %s%n";

    private FulfillmentReplayText() {}

    static void report(JsonNode report, PrintWriter out) {
        JsonNode replay = report.path("replay");
        JsonNode findings = report.path("findings");
        out.printf(
                "Replay %s read %d order events and %d answers, with effects disabled: %s.%n",
                replay.path("id").asText(),
                replay.path("requestsRead").asLong(),
                replay.path("answersRead").asLong(),
                findings.isEmpty() ? "nothing differs" : findings.size() + " differences");
        since(replay, "requestsSince", "requests", out);
        since(replay, "answersSince", "answers", out);
        if (findings.isEmpty()) {
            return;
        }
        out.println();
        out.printf(ROW, "#", "what", "line", "attempt", "detail");
        for (JsonNode finding : findings) {
            out.printf(
                    ROW,
                    finding.path("number").asText(),
                    finding.path("kind").asText(),
                    finding.path("orderLineId").asText(),
                    finding.path("attempt").asText(),
                    finding.path("detail").asText());
        }
        out.println();
        out.println("Repair commands, to be sent as a user of the tenant:");
        for (JsonNode finding : findings) {
            JsonNode command = finding.path("command");
            out.printf(
                    "%4s  %s  %s%n",
                    finding.path("number").asText(),
                    finding.path("tenantId").asText(),
                    command.isMissingNode()
                            ? "none: it was fulfilled without being asked for, so somebody has to decide"
                            : command.path("method").asText() + " "
                                    + command.path("path").asText() + " " + command.path("body"));
        }
    }

    static void repairs(JsonNode report, JsonNode outcomes, boolean wereRun, PrintWriter out) {
        if (report.path("findings").isEmpty()) {
            return;
        }
        out.println();
        if (!wereRun) {
            out.println(
                    "Nothing was repaired. Next: ./orderflow replay fulfillment --run-repairs --reason TEXT [--finding NUMBER]");
            return;
        }
        for (JsonNode outcome : outcomes) {
            out.printf(
                    "%4s  %s%n",
                    outcome.path("number").asText(), outcome.path("result").asText());
        }
        out.printf(
                "%d of %d repaired. Next: ./orderflow replay fulfillment%n",
                outcomes.findValuesAsText("result").stream()
                        .filter("DONE"::equals)
                        .count(),
                report.path("findings").size());
    }

    private static void since(JsonNode replay, String field, String what, PrintWriter out) {
        if (replay.hasNonNull(field)) {
            out.printf(
                    "Older %s than %s were not compared: their events are no longer on the topic.%n",
                    what, replay.path(field).asText());
        }
    }
}
