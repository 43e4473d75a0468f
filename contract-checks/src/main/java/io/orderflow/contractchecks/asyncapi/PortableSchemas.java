package io.orderflow.contractchecks.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.contractchecks.catalogue.SchemaDocument;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The catalogue's schemas (draft 2020-12, one document each) as the schema objects of one AsyncAPI document, which are of
 * draft 07: definitions become components, identities go, and a reference stands alone, because draft 07 ignores what is
 * beside it. What draft 07 cannot say is refused, not dropped.
 */
final class PortableSchemas {

    private static final String COMPONENTS = "#/components/schemas/";
    private static final Pattern IDENTITY = Pattern.compile("schema://[^/]+/([A-Za-z-]+)/([0-9]+)");
    private static final Pattern DEFINITION = Pattern.compile("/\\$defs/([A-Za-z0-9_-]+)");
    private static final Set<String> DROPPED = Set.of("$schema", "$id", "$defs", "$comment");
    private static final Set<String> UNKNOWN_TO_DRAFT_07 = Set.of(
            "unevaluatedProperties",
            "unevaluatedItems",
            "prefixItems",
            "dependentRequired",
            "dependentSchemas",
            "minContains",
            "maxContains",
            "$dynamicRef",
            "$dynamicAnchor",
            "$anchor");
    private static final Set<String> BY_NAME = Set.of("properties", "patternProperties");

    private final Map<String, ObjectNode> components = new TreeMap<>();

    /** By component name. */
    Map<String, ObjectNode> components() {
        return components;
    }

    /** Takes a document in, with its definitions, and tells the name of its component. */
    String add(SchemaDocument document) {
        String name = name(document.id());
        components.put(name, schema(document.content(), name, document));
        document.content()
                .path("$defs")
                .properties()
                .forEach(definition -> components.put(
                        name + "." + definition.getKey(), schema(definition.getValue(), name, document)));
        return name;
    }

    static String reference(String component) {
        return COMPONENTS + component;
    }

    private static String name(String identity) {
        Matcher matcher = IDENTITY.matcher(identity);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("No identity of a schema: " + identity);
        }
        return matcher.group(1) + ".v" + matcher.group(2);
    }

    private static ObjectNode schema(JsonNode source, String name, SchemaDocument document) {
        ObjectNode target = JsonNodeFactory.instance.objectNode();
        source.properties().forEach(keyword -> {
            if (UNKNOWN_TO_DRAFT_07.contains(keyword.getKey())) {
                throw new IllegalArgumentException(document.file() + ": AsyncAPI cannot say " + keyword.getKey());
            }
            if (!DROPPED.contains(keyword.getKey())) {
                target.set(keyword.getKey(), value(keyword.getKey(), keyword.getValue(), name, document));
            }
        });
        meaning(target);
        return target.has("$ref") && target.size() > 1 ? alone(target) : target;
    }

    private static JsonNode value(String keyword, JsonNode value, String name, SchemaDocument document) {
        if (keyword.equals("$ref")) {
            return JsonNodeFactory.instance.textNode(target(value.asText(), name, document));
        }
        if (keyword.equals("const") || keyword.equals("enum") || keyword.startsWith("x-")) {
            return value;
        }
        if (BY_NAME.contains(keyword)) {
            ObjectNode byName = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(each -> byName.set(each.getKey(), nested(each.getValue(), name, document)));
            return byName;
        }
        return nested(value, name, document);
    }

    private static JsonNode nested(JsonNode value, String name, SchemaDocument document) {
        if (value.isObject()) {
            return schema(value, name, document);
        }
        if (value.isArray()) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            value.forEach(each -> all.add(nested(each, name, document)));
            return all;
        }
        return value;
    }

    private static String target(String reference, String name, SchemaDocument document) {
        int hash = reference.indexOf('#');
        String component = hash == 0 ? name : name(hash < 0 ? reference : reference.substring(0, hash));
        String pointer = hash < 0 ? "" : reference.substring(hash + 1);
        if (pointer.isEmpty()) {
            return COMPONENTS + component;
        }
        Matcher definition = DEFINITION.matcher(pointer);
        if (!definition.matches()) {
            throw new IllegalArgumentException(document.file() + ": reference to no definition: " + reference);
        }
        return COMPONENTS + component + "." + definition.group(1);
    }

    /** Tools show a description and know nothing of ours. */
    private static void meaning(ObjectNode schema) {
        JsonNode meaning = schema.path("x-meaning");
        if (meaning.isTextual() && !schema.has("description")) {
            schema.set("description", meaning);
        }
    }

    private static ObjectNode alone(ObjectNode schema) {
        JsonNode reference = schema.remove("$ref");
        ArrayNode all = schema.withArray("allOf");
        all.insertObject(0).set("$ref", reference);
        return schema;
    }
}
