package io.orderflow.kafkaadapters.catalog.shortcut;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** The keywords that can be compiled, and those that only describe. */
final class Keywords {

    private static final Set<String> ASSERTING = Set.of(
            "type",
            "const",
            "enum",
            "required",
            "properties",
            "additionalProperties",
            "maxProperties",
            "items",
            "minItems",
            "maxItems",
            "minLength",
            "maxLength",
            "pattern",
            "format",
            "minimum",
            "maximum",
            "allOf",
            "$ref");

    private static final Set<String> DESCRIBING =
            Set.of("$schema", "$id", "$defs", "$comment", "title", "description", "examples", "default", "deprecated");

    /** Names that JSON Schema leaves to authors. */
    private static final String OWN = "x-";

    private Keywords() {}

    static boolean isKnown(String keyword) {
        return ASSERTING.contains(keyword) || DESCRIBING.contains(keyword) || keyword.startsWith(OWN);
    }

    static int size(JsonNode schema, String keyword, int otherwise) {
        JsonNode size = schema.path(keyword);
        if (size.isMissingNode()) {
            return otherwise;
        }
        if (!size.isInt() || size.intValue() < 0) {
            throw new Unsupported(keyword + " " + size);
        }
        return size.intValue();
    }
}
