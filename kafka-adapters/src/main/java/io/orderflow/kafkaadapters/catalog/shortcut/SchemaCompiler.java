package io.orderflow.kafkaadapters.catalog.shortcut;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Merges all schemas that hold for one value into one rule, so that each field of a value is looked at once, however its
 * schema is spread over {@code $ref} and {@code allOf}. Refuses each keyword that it does not know.
 */
final class SchemaCompiler {

    private static final int DEEPEST = 64;

    private final Map<String, JsonNode> documents;
    private int depth;

    SchemaCompiler(Map<String, JsonNode> documents) {
        this.documents = documents;
    }

    Shortcut compile(String schemaId) {
        JsonNode schema = documents.get(schemaId);
        if (schema == null) {
            throw new Unsupported("no schema " + schemaId);
        }
        return compile(List.of(new Part(schema, schema)));
    }

    private ValueRule compile(List<Part> parts) {
        if (++depth > DEEPEST) {
            throw new Unsupported("a schema inside itself");
        }
        List<Part> all = Part.conjunction(parts, documents);
        all.forEach(this::requireKnown);
        List<JsonNode> schemas = all.stream().map(Part::schema).toList();
        ValueRule rule = new ValueRule(
                Kind.left(schemas), TextRules.of(schemas), IntegerRule.of(schemas), object(all), array(all));
        depth--;
        return rule;
    }

    private void requireKnown(Part part) {
        if (part.document().findValues("$id").size() > 1) {
            throw new Unsupported("a document inside a document");
        }
        part.schema().fieldNames().forEachRemaining(keyword -> {
            if (!Keywords.isKnown(keyword)) {
                throw new Unsupported(keyword);
            }
        });
    }

    private ObjectRule object(List<Part> parts) {
        Map<String, List<Part>> properties = new LinkedHashMap<>();
        Set<String> required = new LinkedHashSet<>();
        List<ObjectRule.Additional> additional = new ArrayList<>();
        int most = Integer.MAX_VALUE;
        for (Part part : parts) {
            JsonNode own = part.schema().path("properties");
            own.fields().forEachRemaining(property -> properties
                    .computeIfAbsent(property.getKey(), name -> new ArrayList<>())
                    .add(part.inside(property.getValue())));
            part.schema().path("required").forEach(name -> required.add(name.asText()));
            most = Math.min(most, Keywords.size(part.schema(), "maxProperties", Integer.MAX_VALUE));
            if (part.schema().has("additionalProperties")) {
                Set<String> known = new LinkedHashSet<>();
                own.fieldNames().forEachRemaining(known::add);
                additional.add(new ObjectRule.Additional(
                        Set.copyOf(known),
                        compile(List.of(part.inside(part.schema().get("additionalProperties"))))));
            }
        }
        required.forEach(name -> properties.computeIfAbsent(name, absent -> List.of()));
        List<ObjectRule.Property> rules = new ArrayList<>();
        properties.forEach(
                (name, schemas) -> rules.add(new ObjectRule.Property(name, compile(schemas), required.contains(name))));
        return new ObjectRule(List.copyOf(rules), List.copyOf(additional), most);
    }

    private ArrayRule array(List<Part> parts) {
        List<Part> items = new ArrayList<>();
        int least = 0;
        int most = Integer.MAX_VALUE;
        for (Part part : parts) {
            least = Math.max(least, Keywords.size(part.schema(), "minItems", 0));
            most = Math.min(most, Keywords.size(part.schema(), "maxItems", Integer.MAX_VALUE));
            if (part.schema().has("items")) {
                items.add(part.inside(part.schema().get("items")));
            }
        }
        return new ArrayRule(items.isEmpty() ? Shortcut.ANY : compile(items), least, most);
    }
}
