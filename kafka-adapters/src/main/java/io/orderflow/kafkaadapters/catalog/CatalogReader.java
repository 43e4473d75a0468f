package io.orderflow.kafkaadapters.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Finds {@code contracts/events/<topic>/<Event>/v<n>.schema.json} and its {@code ownership.yaml}, in jars too. */
final class CatalogReader {

    private static final Pattern SCHEMA_FILE = Pattern.compile("v(\\d+)\\.schema\\.json");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new YAMLMapper();

    private CatalogReader() {}

    static EventCatalog read() {
        PathMatchingResourcePatternResolver classPath = new PathMatchingResourcePatternResolver();
        try {
            Map<String, String> schemas = new HashMap<>();
            List<EventDefinition> definitions = new ArrayList<>();
            for (Resource shared : classPath.getResources("classpath*:contracts/events/*.schema.json")) {
                remember(schemas, text(shared));
            }
            for (Resource schema : classPath.getResources("classpath*:contracts/events/*/*/v*.schema.json")) {
                String id = remember(schemas, text(schema));
                definitions.add(definition(schema, id));
            }
            if (definitions.isEmpty()) {
                throw new IllegalStateException("No contracts/events on the class path");
            }
            return new EventCatalog(definitions, schemas);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading contracts/events from the class path", e);
        }
    }

    private static String remember(Map<String, String> schemas, String schema) throws IOException {
        String id = JSON.readTree(schema).required("$id").asText();
        schemas.put(id, schema);
        return id;
    }

    private static EventDefinition definition(Resource schema, String id) throws IOException {
        String file = String.valueOf(schema.getFilename());
        Matcher version = SCHEMA_FILE.matcher(file);
        if (!version.matches()) {
            throw new IllegalStateException("Not named v<n>.schema.json: " + schema);
        }
        JsonNode ownership = YAML.readTree(text(schema.createRelative("ownership.yaml")));
        return new EventDefinition(
                ownership.required("eventType").asText(),
                Integer.parseInt(version.group(1)),
                ownership.required("topic").asText(),
                ownership.required("ownerService").asText(),
                id);
    }

    private static String text(Resource resource) throws IOException {
        try (InputStream in = resource.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
