package io.orderflow.kafkaadapters.catalog.shortcut;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A schema in its document, which is where its references start from. */
record Part(JsonNode document, JsonNode schema) {

    private static final int DEEPEST = 32;

    Part inside(JsonNode subschema) {
        return new Part(document, subschema);
    }

    /**
     * All schemas that hold for the same value because these do: what they refer to, and what they combine by
     * {@code allOf}.
     */
    static List<Part> conjunction(List<Part> parts, Map<String, JsonNode> documents) {
        List<Part> all = new ArrayList<>();
        parts.forEach(part -> part.collect(all, documents, 0));
        return all;
    }

    private void collect(List<Part> all, Map<String, JsonNode> documents, int depth) {
        if (depth > DEEPEST) {
            throw new Unsupported("a circle of $ref");
        }
        if (schema.isBoolean() && schema.booleanValue()) {
            return;
        }
        if (!schema.isObject()) {
            throw new Unsupported("the schema " + schema);
        }
        all.add(this);
        if (schema.has("$ref")) {
            referred(schema.get("$ref").asText(), documents).collect(all, documents, depth + 1);
        }
        for (JsonNode each : schema.path("allOf")) {
            inside(each).collect(all, documents, depth + 1);
        }
    }

    private Part referred(String reference, Map<String, JsonNode> documents) {
        int hash = reference.indexOf('#');
        String pointer = hash < 0 ? "" : reference.substring(hash + 1);
        JsonNode target = hash == 0 ? document : documents.get(hash < 0 ? reference : reference.substring(0, hash));
        boolean isPointer = pointer.isEmpty() || pointer.charAt(0) == '/' && pointer.indexOf('%') < 0;
        if (target == null || !isPointer || target.at(pointer).isMissingNode()) {
            throw new Unsupported("$ref " + reference);
        }
        return new Part(target, target.at(pointer));
    }
}
