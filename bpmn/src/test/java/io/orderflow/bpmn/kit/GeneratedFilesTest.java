package io.orderflow.bpmn.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Templates and catalogue are as the contracts are; with {@code -Dorderflow.kit.write} they are made so first. */
class GeneratedFilesTest {

    private static final String COMMAND =
            "./mvnw -q test -pl bpmn -am -Dtest=GeneratedFilesTest -Dsurefire.failIfNoSpecifiedTests=false"
                    + " -Dorderflow.kit.write, then (cd bpmn/lint && npm ci && npm run pack)";
    private static final ObjectMapper JSON = new ObjectMapper();

    @BeforeAll
    static void writeIfAsked() throws IOException {
        if (System.getProperty("orderflow.kit.write") != null) {
            GeneratedFiles.write();
        }
    }

    @Test
    void filesAreAsTheContractsAre() throws IOException {
        Map<Path, String> expected = GeneratedFiles.expected();
        Map<Path, String> present = GeneratedFiles.present();
        Set<Path> different = new TreeSet<>(expected.keySet());
        different.addAll(present.keySet());
        different.removeIf(file -> expected.getOrDefault(file, "").equals(present.getOrDefault(file, "")));

        assertThat(different)
                .as("not as the contracts are; write them again: %s", COMMAND)
                .isEmpty();
    }

    @Test
    void everyConsumedEventHasATemplateForEveryKindOfElement() throws IOException {
        JsonNode events = JSON.readTree(GeneratedFiles.CATALOGUE.toFile()).path("events");
        Set<String> expected = new TreeSet<>();
        events.properties().stream()
                .filter(event -> event.getValue().path("consumed").asBoolean())
                .forEach(event -> {
                    for (ElementKind kind : ElementKind.values()) {
                        expected.add(event.getKey() + " " + kind.appliesTo() + " " + kind.title());
                    }
                });
        Set<String> found = new TreeSet<>();
        for (String content : GeneratedFiles.present().values()) {
            JSON.readTree(content).elements().forEachRemaining(template -> {
                if (template.has("appliesTo")) {
                    found.add(template.path("properties").path(0).path("value").asText() + " "
                            + template.path("appliesTo").path(0).asText()
                            + template.path("name").asText().replaceFirst("\\w+", ""));
                }
            });
        }
        assertThat(found).isEqualTo(expected).hasSizeGreaterThanOrEqualTo(75);
    }

    /** From a model's folder upwards, as Modeler does. */
    @Test
    void modelerFindsTheTemplates() {
        Path models = Path.of("src/main/resources/processes/order-fulfillment").toAbsolutePath();
        Path found = models;
        while (!Files.isDirectory(found.resolve(GeneratedFiles.TEMPLATES))) {
            found = found.getParent();
        }
        assertThat(found).isEqualTo(Path.of("").toAbsolutePath());
    }
}
