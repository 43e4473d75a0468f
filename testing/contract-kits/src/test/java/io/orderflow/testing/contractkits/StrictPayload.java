package io.orderflow.testing.contractkits;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** A payload class that, while it is told to be strict, refuses fields that it does not know. */
final class StrictPayload {

    static final Set<String> KNOWN =
            Set.of("orderId", "orderLineId", "requestedAt", "attempt", "idempotencyKey", "line", "customerId");

    private static volatile boolean strict;

    static void beStrict(boolean on) {
        strict = on;
    }

    @JsonAnySetter
    void set(String name, JsonNode value) {
        if (strict && !KNOWN.contains(name)) {
            throw new IllegalArgumentException("unknown field " + name + " = " + value);
        }
    }
}
