package io.orderflow.testing.e2e.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The outside world as the tests steer it: quotes that are accepted, and a provider that can be held. */
public record MockApi(JsonHttp http) {

    public Answer accept(String quoteId, Object body) {
        return http.post("/quotes/" + quoteId + "/acceptance", body, Map.of());
    }

    /** Holds the provider's answers until {@link #resume()}. */
    public void pause() {
        http.send("POST", "/fulfillment-pause", "", Map.of()).expecting(200, 202, 204);
    }

    public void resume() {
        http.send("POST", "/fulfillment-resume", "", Map.of()).expecting(200, 202, 204);
    }

    public void latency(int minMillis, int maxMillis) {
        http.put("/fulfillment-latency", Map.of("minMillis", minMillis, "maxMillis", maxMillis))
                .expecting(200, 202, 204);
    }

    /** Until {@link #forget}, what the provider does about an offer, for example {@code LOSE}. */
    public void behave(String offerId, String behaviour) {
        http.put("/fulfillment-scenarios", Map.of("offerId", offerId, "behaviour", behaviour))
                .expecting(200);
    }

    public void forget(String offerId) {
        http.send("DELETE", "/fulfillment-scenarios?offerId=" + offerId, "", Map.of())
                .expecting(200);
    }

    /** Has an answer sent that was lost. */
    public void answerAgain(String orderId, String lineId) {
        http.post(
                        "/fulfillment-answers",
                        Map.of("orderId", orderId, "orderLineId", lineId, "attempt", 1, "aggregateVersion", 0),
                        Map.of())
                .expecting(200);
    }

    /** The provider's own log of what it was asked for. */
    public List<JsonNode> requests(String orderId) {
        JsonNode answer = http.get("/fulfillment-requests?orderId=" + orderId).expecting(200);
        List<JsonNode> rows = new ArrayList<>();
        (answer.isArray() ? answer : answer.path("items")).forEach(rows::add);
        return rows;
    }
}
