package io.orderflow.testing.e2e.client;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The read model of orders.
 *
 * @param user who reads it
 * @param operator who rebuilds it
 */
public record SummaryApi(JsonHttp user, JsonHttp operator) {

    private static final String OPERATIONS = "/operations/projections/order-summary";

    /** All summaries by order, read page by page. */
    public Map<String, JsonNode> all() {
        Map<String, JsonNode> all = new HashMap<>();
        JsonNode page = user.get("/order-summaries?size=100").expecting(200);
        while (true) {
            page.path("items").forEach(item -> all.put(item.path("orderId").asText(), item));
            if (!page.hasNonNull("next")) {
                return all;
            }
            page = user.get("/order-summaries?size=100&before="
                            + page.path("next").asText())
                    .expecting(200);
        }
    }

    /** How many rows the table in use has, and their checksum. */
    public String content() {
        JsonNode overview = operator.get(OPERATIONS).expecting(200);
        return overview.path("rows").asLong() + " orders, checksum "
                + overview.path("checksum").asText();
    }

    /** The table in use. */
    public String table() {
        return operator.get(OPERATIONS).expecting(200).path("table").asText();
    }

    /** Replays everything and waits for the end. */
    public JsonNode replay() {
        int generation = operator.post(OPERATIONS + "/replays", Map.of("unfinished", "RESUME"), Map.of())
                .expecting(202)
                .path("generation")
                .asInt();
        return await("the replay")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> operator.get(OPERATIONS + "/replays/" + generation)
                                .expecting(200),
                        replay -> !replay.path("status").asText().equals("RUNNING"));
    }
}
