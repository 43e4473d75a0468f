package io.orderflow.testing.e2e.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The order service as its callers see it. */
public record OrderApi(JsonHttp http) {

    /** Orders; the caller checks the answer. */
    public Answer capture(Object body, String idempotencyKey) {
        return http.post("/orders", body, Map.of("Idempotency-Key", idempotencyKey));
    }

    public JsonNode order(String orderId) {
        return http.get("/orders/" + orderId).expecting(200);
    }

    public String status(String orderId) {
        return order(orderId).path("status").asText();
    }

    /** All orders of a quote: one, unless something was doubled or lost. */
    public List<JsonNode> ofQuote(String quoteId) {
        List<JsonNode> found = new ArrayList<>();
        http.get("/orders?quoteId=" + quoteId).expecting(200).path("items").forEach(found::add);
        return found;
    }

    public List<JsonNode> history(String orderId) {
        JsonNode answer = http.get("/orders/" + orderId + "/history").expecting(200);
        List<JsonNode> rows = new ArrayList<>();
        (answer.isArray() ? answer : answer.path("items")).forEach(rows::add);
        return rows;
    }

    /** Asks to cancel; the caller checks the answer. */
    public Answer cancel(String orderId, String reason) {
        return http.post("/orders/" + orderId + "/cancellation", Map.of("reason", reason), Map.of());
    }

    /** Waits until every one of the orders has the status. */
    public void awaitStatus(String status, Collection<String> orderIds, Duration atMost) {
        Set<String> open = new LinkedHashSet<>(orderIds);
        await(orderIds.size() + " orders to be " + status)
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(300))
                .untilAsserted(() -> {
                    open.removeIf(orderId -> status(orderId).equals(status));
                    assertThat(open).isEmpty();
                });
    }

    /** Waits for the one order of a quote and returns its id. */
    public String awaitOrderOf(String quoteId) {
        return await("the order of quote " + quoteId)
                .atMost(Duration.ofSeconds(60))
                .until(() -> ofQuote(quoteId), found -> !found.isEmpty())
                .get(0)
                .path("id")
                .asText();
    }
}
