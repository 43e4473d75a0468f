package io.orderflow.testing.contractkits;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.orderflow.kafkaadapters.catalog.EventDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** What the files of the catalogue say about one event, as far as the kits hold services to it. */
final class EventContract {

    private static final String SCHEME = "schema://";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new YAMLMapper();

    private final EventDefinition definition;
    private final String folder;
    private final JsonNode ownership;

    private EventContract(EventDefinition definition, String folder) {
        this.definition = definition;
        this.folder = folder;
        this.ownership = read(YAML, folder + "ownership.yaml");
    }

    static EventContract of(EventDefinition definition) {
        String ref = definition.schemaRef();
        return new EventContract(
                definition, "contracts/events/" + ref.substring(SCHEME.length(), ref.lastIndexOf('/') + 1));
    }

    EventDefinition definition() {
        return definition;
    }

    String topic() {
        return definition.topic();
    }

    /** The field that gives the record its key. */
    String key() {
        return ownership.required("key").asText();
    }

    /** False for an event that is agreed but not yet published by anybody, or no more. */
    boolean isLive() {
        return ownership.path("lifecycle").asText("live").equals("live");
    }

    /** The services that read the event. */
    List<String> consumers() {
        return texts(ownership.path("consumers"));
    }

    /** The example with all that the contract has a place for; a copy. */
    ObjectNode fullExample() {
        return (ObjectNode) read(JSON, folder + "examples/full.json");
    }

    /** The fields that no payload may lack. */
    List<String> requiredPayloadFields() {
        return texts(
                read(JSON, folder + "v" + definition.version() + ".schema.json").at("/properties/payload/required"));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static JsonNode read(ObjectMapper mapper, String path) {
        try (InputStream in = EventContract.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("Not on the class path: " + path);
            }
            return mapper.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
