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

/** Finds {@code events/<topic>/<Event>/v<n>.schema.json} and its {@code ownership.yaml}, in jars too. */
final class CatalogReader {

    private static final Pattern SCHEMA_FILE = Pattern.compile("v(\\d+)\\.schema\\.json");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new YAMLMapper();

    private CatalogReader() {}

    /** @param contracts where the contracts are: a location of Spring's, with a slash at its end */
    static EventCatalog read(String contracts) {
        PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
        try {
            Map<String, String> schemas = new HashMap<>();
            List<EventDefinition> definitions = new ArrayList<>();
            for (Resource shared : resources.getResources(contracts + "events/*.schema.json")) {
                remember(schemas, text(shared));
            }
            for (Resource schema : resources.getResources(contracts + "events/*/*/v*.schema.json")) {
                String id = remember(schemas, text(schema));
                definitions.add(definition(schema, id));
            }
            if (definitions.isEmpty()) {
                throw new IllegalStateException("No events in " + contracts);
            }
            return new EventCatalog(definitions, schemas);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading the events in " + contracts, e);
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
