package io.orderflow.kafkaadapters.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which single values the payload of an event has, by what its schema names. */
final class PayloadFields {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> schemas;

    /** @param schemas whole schemas by their {@code $id} */
    PayloadFields(Map<String, String> schemas) {
        this.schemas = Map.copyOf(schemas);
    }

    Set<String> of(String schemaId) {
        Set<String> paths = new TreeSet<>();
        JsonNode root = document(schemaId);
        collect(schemaId, root.at("/properties/payload"), "", paths);
        return paths;
    }

    /** @param home id of the schema in which the part stands: references without a document mean that one */
    private void collect(String home, JsonNode part, String path, Set<String> paths) {
        @Nullable String reference = part.path("$ref").textValue();
        if (reference != null) {
            int hash = reference.indexOf('#');
            String document = hash == 0 ? home : hash < 0 ? reference : reference.substring(0, hash);
            JsonNode target = hash < 0 ? document(document) : document(document).at(reference.substring(hash + 1));
            collect(document, target, path, paths);
            return;
        }
        part.path("allOf").forEach(also -> collect(home, also, path, paths));
        part.path("properties")
                .properties()
                .forEach(field -> collect(
                        home, field.getValue(), path.isEmpty() ? field.getKey() : path + "." + field.getKey(), paths));
        if (!path.isEmpty() && isSingleValue(part)) {
            paths.add(path);
        }
    }

    private static boolean isSingleValue(JsonNode part) {
        String type = part.path("type").asText("");
        boolean structured = type.equals("object")
                || type.equals("array")
                || part.has("properties")
                || part.has("items")
                || part.has("allOf");
        return !structured;
    }

    private JsonNode document(String id) {
        try {
            return JSON.readTree(Objects.requireNonNull(schemas.get(id), id));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not a schema: " + id, e);
        }
    }
}
