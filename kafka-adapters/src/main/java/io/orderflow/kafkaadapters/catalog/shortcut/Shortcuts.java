package io.orderflow.kafkaadapters.catalog.shortcut;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes shortcuts for schemas that refer to each other. Immutable and thread safe. */
public final class Shortcuts {

    private static final Logger LOG = LoggerFactory.getLogger(Shortcuts.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, JsonNode> documents = new HashMap<>();

    /** @param schemasById whole schemas of draft 2020-12 by their {@code $id} */
    public Shortcuts(Map<String, String> schemasById) {
        schemasById.forEach((id, schema) -> documents.put(id, parsed(id, schema)));
    }

    /** @return {@link Shortcut#NONE} if the schema uses more than what can be compiled */
    public Shortcut to(String schemaId) {
        try {
            return compile(schemaId);
        } catch (Unsupported e) {
            LOG.info(
                    "{} is always validated by the library, being more than a shortcut knows: {}",
                    schemaId,
                    e.getMessage());
            return Shortcut.NONE;
        }
    }

    /** @throws Unsupported naming the first thing that cannot be compiled */
    Shortcut compile(String schemaId) {
        return new SchemaCompiler(documents).compile(schemaId);
    }

    private static JsonNode parsed(String id, String schema) {
        try {
            return JSON.readTree(schema);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a schema: " + id, e);
        }
    }
}
