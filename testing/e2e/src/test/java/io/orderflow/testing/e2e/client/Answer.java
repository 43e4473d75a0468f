package io.orderflow.testing.e2e.client;

import com.fasterxml.jackson.databind.JsonNode;

/** What a service answered. */
public record Answer(int status, String contentType, JsonNode body) {

    /** The body, if the status is one of the expected; otherwise the answer is the message of the failure. */
    public JsonNode expecting(int... statuses) {
        for (int expected : statuses) {
            if (status == expected) {
                return body;
            }
        }
        throw new AssertionError("unexpected answer " + this);
    }
}
