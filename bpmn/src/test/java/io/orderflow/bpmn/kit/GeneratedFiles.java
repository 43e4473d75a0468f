package io.orderflow.bpmn.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of this module that are written from the contracts. */
final class GeneratedFiles {

    /** Where Modeler looks: in this folder beside an opened model, or beside one of the folders around it. */
    static final Path TEMPLATES = Path.of(".camunda/element-templates");

    /** What the lint rules know about events. */
    static final Path CATALOGUE = Path.of("lint/catalogue.json");

    private static final Path CONTRACTS = Path.of("../contracts");
    private static final ObjectMapper JSON = new ObjectMapper();

    private GeneratedFiles() {}

    /** Every file with the content that it should have. */
    static Map<Path, String> expected() {
        List<CataloguedEvent> events = CataloguedEvent.all(CONTRACTS);
        Map<Path, String> files = new TreeMap<>();
        files.put(CATALOGUE, text(catalogue(events)));
        events.stream()
                .filter(CataloguedEvent::consumed)
                .forEach(event -> files.put(TEMPLATES.resolve(event.type() + ".json"), text(templates(event))));
        return files;
    }

    /** Every file that is there, with its content. */
    static Map<Path, String> present() throws IOException {
        Map<Path, String> files = new TreeMap<>();
        if (Files.exists(CATALOGUE)) {
            files.put(CATALOGUE, Files.readString(CATALOGUE));
        }
        try (Stream<Path> templates = Files.list(TEMPLATES)) {
            for (Path template : templates.toList()) {
                files.put(template, Files.readString(template));
            }
        }
        return files;
    }

    static void write() throws IOException {
        Map<Path, String> expected = expected();
        Files.createDirectories(TEMPLATES);
        for (Path file : present().keySet()) {
            if (!expected.containsKey(file)) {
                Files.delete(file);
            }
        }
        for (Map.Entry<Path, String> file : expected.entrySet()) {
            Files.writeString(file.getKey(), file.getValue());
        }
    }

    private static ObjectNode catalogue(List<CataloguedEvent> events) {
        ObjectNode catalogue = JsonNodeFactory.instance.objectNode();
        catalogue.put("service", CataloguedEvent.SERVICE);
        ObjectNode byType = catalogue.putObject("events");
        for (CataloguedEvent event : events) {
            ObjectNode entry = byType.putObject(event.type());
            entry.put("topic", event.topic());
            entry.put("consumed", event.consumed());
            ArrayNode fields = entry.putArray("fields");
            event.fields().forEach(field -> fields.add(field.path()));
        }
        return catalogue;
    }

    private static ArrayNode templates(CataloguedEvent event) {
        ArrayNode templates = JsonNodeFactory.instance.arrayNode();
        Arrays.stream(ElementKind.values()).forEach(kind -> templates.add(ElementTemplate.of(event, kind)));
        return templates;
    }

    private static String text(JsonNode content) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        try {
            return JSON.writer(printer).writeValueAsString(content) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
