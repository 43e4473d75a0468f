package io.orderflow.contractchecks.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.contractchecks.catalogue.ResolvedSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a schema demands of a field, in words. */
final class FieldText {

    private static final Map<String, String> TYPES = Map.of("string", "text", "boolean", "yes or no", "null", "null");

    private static final String ENTRIES = " entries";
    private static final String CONTROL = "\\u00";

    private FieldText() {}

    static String type(ResolvedSchema schema) {
        if (schema.types().contains("array")) {
            return "list of " + schema.items().map(FieldText::type).orElse("anything");
        }
        String format = schema.first("format").asText();
        List<String> types = new ArrayList<>();
        schema.types().forEach(type -> types.add(TYPES.getOrDefault(type, type)));
        if (types.isEmpty() && schema.keywords().contains("enum")) {
            types.add("text");
        }
        String name = types.isEmpty() ? "anything" : String.join(" or ", types);
        return format.isEmpty() ? name : name + ", " + format;
    }

    /** What it is for, which values it takes, and its limits; as HTML. */
    static String meaning(ResolvedSchema schema) {
        StringBuilder html = new StringBuilder();
        JsonNode meaning = schema.first("x-meaning");
        String words = meaning.isTextual()
                ? meaning.asText()
                : schema.first("description").asText();
        html.append(Html.escape(words));
        if (schema.keywords().contains("const")) {
            html.append(space(html))
                    .append("Always ")
                    .append(Html.code(schema.first("const").asText()));
        }
        values(schema).forEach(value -> {
            String said = meaning.path(value.asText()).asText();
            html.append("<div class=\"value\">")
                    .append(Html.code(value.asText()))
                    .append(said.isEmpty() ? "" : " " + Html.escape(said))
                    .append("</div>");
        });
        String limits = String.join(", ", limits(schema));
        if (!limits.isEmpty()) {
            html.append("<div class=\"limits\">").append(Html.escape(limits)).append("</div>");
        }
        return html.toString();
    }

    private static JsonNode values(ResolvedSchema schema) {
        return schema.first("enum");
    }

    private static String space(StringBuilder html) {
        return html.isEmpty() ? "" : ". ";
    }

    private static List<String> limits(ResolvedSchema schema) {
        List<String> limits = new ArrayList<>();
        limit(schema, "minimum", "at least ", "", limits);
        limit(schema, "maximum", "at most ", "", limits);
        limit(schema, "minItems", "at least ", ENTRIES, limits);
        limit(schema, "maxItems", "at most ", ENTRIES, limits);
        limit(schema, "maxProperties", "at most ", ENTRIES, limits);
        limit(schema, "maxLength", "at most ", " characters", limits);
        // One that only keeps control characters out would hide what matters.
        if (!schema.first("pattern").asText().contains(CONTROL)) {
            limit(schema, "pattern", "matches ", "", limits);
        }
        return limits;
    }

    private static void limit(ResolvedSchema schema, String keyword, String before, String after, List<String> limits) {
        JsonNode value = schema.first(keyword);
        if (!value.isMissingNode()) {
            limits.add(
                    before + value.asText() + (value.asText().equals("1") && after.equals(ENTRIES) ? " entry" : after));
        }
    }
}
