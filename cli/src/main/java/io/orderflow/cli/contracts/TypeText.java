package io.orderflow.cli.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.contractchecks.catalogue.ResolvedSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a field must be, in few words: {@code money}, {@code ADD | MODIFY}, {@code list of 1 to 10000}. */
final class TypeText {

    private TypeText() {}

    static String of(ResolvedSchema schema) {
        String shared = schema.values("$ref").findFirst().map(JsonNode::asText).orElse("");
        if (shared.contains("#/$defs/") && schema.first("enum").isMissingNode()) {
            return shared.substring(shared.lastIndexOf('/') + 1);
        }
        if (schema.first("enum").isArray()) {
            return schema.first("enum").valueStream().map(JsonNode::asText).collect(Collectors.joining(" | "));
        }
        if (!schema.first("const").isMissingNode()) {
            return "= " + schema.first("const").asText();
        }
        List<String> words = new ArrayList<>();
        words.add(name(schema.types()));
        words.add(schema.first("format").asText());
        words.add(range(schema, "minimum", "maximum"));
        words.add(range(schema, "minItems", "maxItems"));
        if (schema.first("format").isMissingNode() && !schema.first("pattern").isMissingNode()) {
            words.add(schema.first("pattern").asText());
        }
        return words.stream().filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }

    private static String name(Set<String> types) {
        return types.stream()
                .map(type -> switch (type) {
                    case "array" -> "list";
                    case "string" -> "text";
                    default -> type;
                })
                .collect(Collectors.joining(" or "));
    }

    private static String range(ResolvedSchema schema, String lower, String upper) {
        JsonNode from = schema.first(lower);
        JsonNode to = schema.first(upper);
        if (from.isMissingNode()) {
            return to.isMissingNode() ? "" : "up to " + to.asText();
        }
        return to.isMissingNode() ? "from " + from.asText() : from.asText() + " to " + to.asText();
    }
}
