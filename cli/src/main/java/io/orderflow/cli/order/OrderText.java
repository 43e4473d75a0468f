package io.orderflow.cli.order;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;

/** An order for reading. */
final class OrderText {

    private static final String LINE = "  %-4s %-12s %-6s %5s %12s  %-10s %7s  %s%n";

    private OrderText() {}

    static void print(JsonNode order, PrintWriter out) {
        out.printf(
                "Order %s  %s  (version %s)%n",
                order.path("id").asText(),
                order.path("status").asText(),
                order.path("version").asText());
        out.printf(
                "  quote %s, customer %s, total %s %s%n",
                order.path("quoteId").asText(),
                order.path("customerId").asText(),
                order.path("totals").path("oneTimeTotal").asText(),
                order.path("currency").asText());
        time(order, "capturedAt", "captured", out);
        time(order, "completedAt", "completed", out);
        time(order, "cancelledAt", "cancelled", out);
        time(order, "rejectedAt", "rejected", out);
        out.printf(LINE, "LINE", "OFFER", "ACTION", "QTY", "UNIT PRICE", "STATUS", "ATTEMPT", "PROVIDER REFERENCE");
        int number = 0;
        for (JsonNode line : order.path("lines")) {
            number++;
            out.printf(
                    LINE,
                    number,
                    line.path("offerId").asText(),
                    line.path("action").asText(),
                    line.path("quantity").asText(),
                    line.path("unitPrice").asText(),
                    line.path("status").asText(),
                    line.path("attempt").asText("0"),
                    line.path("providerReference").asText("-"));
            explain(order, line, number, out);
        }
        out.flush();
    }

    /** What a status alone does not tell. */
    private static void explain(JsonNode order, JsonNode line, int number, PrintWriter out) {
        JsonNode failure = line.path("failure");
        if (failure.isObject()) {
            out.printf(
                    "       %s at %s: %s (%s%s)%n",
                    line.path("status").asText().equals("FAILED") ? "failed" : "had failed",
                    failure.path("at").asText(),
                    failure.path("reason").asText(),
                    failure.path("code").asText(),
                    failure.path("retryable").asBoolean() ? ", worth another attempt" : "");
        }
        switch (line.path("status").asText()) {
            case "FAILED" ->
                out.printf(
                        "       Next: ./orderflow order retry|waive %s %d --reason TEXT, or its task in Tasklist%n",
                        order.path("id").asText(), number);
            case "REVERSING" -> out.println("       the provider has been asked to take it back and has not answered");
            case "REVERSED" -> out.println("       the provider has taken it back");
            default -> {
                // The rest speaks for itself.
            }
        }
    }

    private static void time(JsonNode order, String field, String word, PrintWriter out) {
        if (order.hasNonNull(field)) {
            out.printf("  %-9s %s%n", word, order.path(field).asText());
        }
    }
}
