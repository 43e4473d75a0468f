package io.orderflow.cli.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** What the outside world has noted about an order, for reading. */
final class OutsideText {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
    private static final List<String> TOLD_OF_REQUESTS =
            List.of("behaviour", "receivedAt", "dueAt", "answeredAt", "withdrawnAt", "outcome", "copies");

    private final PrintWriter out;

    OutsideText(PrintWriter out) {
        this.out = out;
    }

    void print(Snapshot after) {
        requests(after);
        others(after);
    }

    private void requests(Snapshot after) {
        out.println("  The provider's log (fulfillment-mock)");
        if (after.requests().isEmpty()) {
            out.println("    it was never asked");
        }
        for (JsonNode request : after.requests()) {
            StringBuilder text = new StringBuilder("    %s, attempt %s:"
                    .formatted(
                            after.lineName(request.path("orderLineId").asText()),
                            request.path("attempt").asText()));
            TOLD_OF_REQUESTS.stream()
                    .filter(request::hasNonNull)
                    .forEach(name -> text.append(' ').append(name).append(' ').append(value(request.path(name))));
            JsonNode reversal = request.path("reversal");
            if (reversal.isObject()) {
                text.append(
                        reversal.hasNonNull("answeredAt")
                                ? " reversed " + value(reversal.path("answeredAt"))
                                : " reversal under way");
            }
            out.println(text);
        }
    }

    private void others(Snapshot after) {
        after.approvals().forEach(this::approval);
        out.println("  People were told (fulfillment-mock): "
                + after.notifications().stream()
                        .map(each -> each.path("eventType").asText())
                        .collect(Collectors.joining(", ")));
    }

    private void approval(JsonNode approval) {
        out.printf(
                "  The approvers' log (fulfillment-mock)%n    %s %s, asked for by %s at %s%n",
                approval.path("totals").path("oneTimeTotal").asText(),
                approval.path("currency").asText(),
                approval.path("policyReference").asText(),
                value(approval.path("receivedAt")));
        approval.path("decisions")
                .forEach(decision -> out.printf(
                        "    %s at %s by %s: %s%n",
                        decision.path("decision").asText(),
                        value(decision.path("decidedAt")),
                        decision.path("approver").asText(),
                        decision.path("reason").asText()));
    }

    private static String value(JsonNode value) {
        String text = value.isValueNode() ? value.asText() : value.toString();
        return text.matches("\\d{4}-\\d\\d-\\d\\dT.*Z") ? TIME.format(Instant.parse(text)) : text;
    }
}
