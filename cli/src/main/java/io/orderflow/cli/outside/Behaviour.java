package io.orderflow.cli.outside;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** How the provider treats one offer. */
public record Behaviour(JsonNode body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param name as the provider knows it, for example {@code LOSE} */
    public static Behaviour of(String offerId, String name) {
        return new Behaviour(JSON.createObjectNode().put("offerId", offerId).put("behaviour", name));
    }

    /** With the reason that a failure is reported with. */
    public Behaviour because(String errorCode, String errorMessage) {
        return with("errorCode", errorCode).with("errorMessage", errorMessage);
    }

    /** Always after this time. */
    public Behaviour after(Duration latency) {
        return after(latency, latency);
    }

    public Behaviour after(Duration least, Duration most) {
        ObjectNode next = body.deepCopy();
        next.put("minLatencyMillis", least.toMillis()).put("maxLatencyMillis", most.toMillis());
        return new Behaviour(next);
    }

    public String offerId() {
        return body.path("offerId").asText();
    }

    private Behaviour with(String field, String value) {
        ObjectNode next = body.deepCopy();
        return new Behaviour(next.put(field, value));
    }
}
