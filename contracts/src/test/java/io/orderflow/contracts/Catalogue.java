package io.orderflow.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The catalogue as it lies in the source tree. */
final class Catalogue {

    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final Path EVENTS = ROOT.resolve("events");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final SchemaRegistry SCHEMAS = registry();

    private Catalogue() {}

    static List<EventFolder> events() {
        try (Stream<Path> topics = Files.list(EVENTS)) {
            return topics.filter(Files::isDirectory)
                    .flatMap(topic -> children(topic).stream())
                    .sorted()
                    .map(EventFolder::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode envelope() {
        return read(EVENTS.resolve("envelope.v1.schema.json"));
    }

    /** Follows a reference to a value type that payloads share. */
    static JsonNode resolved(JsonNode schema) {
        String shared = "#/$defs/";
        String reference = schema.path("$ref").asText();
        int name = reference.indexOf(shared);
        return name < 0 ? schema : envelope().path("$defs").path(reference.substring(name + shared.length()));
    }

    static JsonNode topicsFile() {
        return read(ROOT.resolve("topics.yaml"));
    }

    static List<JsonNode> topics() {
        return StreamSupport.stream(topicsFile().path("topics").spliterator(), false)
                .toList();
    }

    static JsonNode read(Path file) {
        try {
            return (file.toString().endsWith(".yaml") ? YAML : JSON).readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }

    static List<Error> violations(String schemaId, JsonNode recordValue) {
        Schema schema = SCHEMAS.getSchema(SchemaLocation.of(schemaId));
        return schema.validate(
                recordValue, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static SchemaRegistry registry() {
        Map<String, String> sources = new HashMap<>();
        try (Stream<Path> files = Files.walk(EVENTS)) {
            files.filter(file -> file.toString().endsWith(".schema.json"))
                    .forEach(file -> sources.put(
                            read(file).path("$id").asText(), read(file).toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(sources));
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One event's folder: {@code events/<topic without version>/<EventName>}. */
    record EventFolder(Path path) {

        String name() {
            return path.getFileName().toString();
        }

        String topicFolder() {
            return path.getParent().getFileName().toString();
        }

        JsonNode schema() {
            return read(path.resolve("v1.schema.json"));
        }

        JsonNode ownership() {
            return read(path.resolve("ownership.yaml"));
        }

        JsonNode example(String which) {
            return read(path.resolve("examples").resolve(which + ".json"));
        }

        @Override
        public String toString() {
            return topicFolder() + "/" + name();
        }
    }
}
