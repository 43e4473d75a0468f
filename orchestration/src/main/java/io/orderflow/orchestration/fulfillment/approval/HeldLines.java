package io.orderflow.orchestration.fulfillment.approval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The lines of an order while it waits for its approval. Kept as one JSON text in bytes: a string variable would be too
 * short for a large order, and a Java object would tie stored instances to a class.
 */
final class HeldLines {

    private static final ObjectMapper JSON = new ObjectMapper();

    private HeldLines() {}

    static byte[] pack(List<?> orderLineIds) {
        try {
            return JSON.writeValueAsBytes(orderLineIds);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a list of texts always has a JSON text", e);
        }
    }

    static List<String> unpack(byte[] held) {
        try {
            return List.of(JSON.readValue(held, String[].class));
        } catch (IOException e) {
            throw new UncheckedIOException("not what was held", e);
        }
    }
}
