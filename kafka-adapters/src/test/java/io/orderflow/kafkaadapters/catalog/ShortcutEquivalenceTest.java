package io.orderflow.kafkaadapters.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.kafkaadapters.catalog.shortcut.Shortcut;
import io.orderflow.kafkaadapters.catalog.shortcut.Shortcuts;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What a shortcut accepts, the library accepts too, for every event of the catalogue. */
class ShortcutEquivalenceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final EventCatalog CATALOG = EventCatalog.load();

    record Example(EventDefinition definition, String file, ObjectNode value) {

        @Override
        public String toString() {
            return definition.schemaRef() + " " + file;
        }
    }

    static Stream<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        for (EventDefinition definition : CATALOG.definitions()) {
            String folder = definition.topic().replaceFirst("\\.v\\d+$", "") + "/" + definition.eventType();
            for (Resource found : resources("contracts/events/" + folder + "/examples/*.json")) {
                JsonNode value = read(found);
                if (value.path("eventVersion").asInt() == definition.version()) {
                    examples.add(new Example(definition, String.valueOf(found.getFilename()), (ObjectNode) value));
                }
            }
        }
        return examples.stream();
    }

    @Test
    void hasExamplesOfEveryEvent() throws IOException {
        assertThat(examples().map(Example::definition).distinct())
                .containsExactlyInAnyOrderElementsOf(CATALOG.definitions());
    }

    /** Otherwise the schema has outgrown the shortcut, and each such event costs ten times as much to validate. */
    @ParameterizedTest
    @MethodSource("examples")
    void acceptsEveryExample(Example example) {
        assertThat(CATALOG.isSurelyValid(example.definition(), example.value())).isTrue();
        assertThat(CATALOG.judge(example.definition(), example.value())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void acceptsNothingThatTheLibraryRefuses(Example example) {
        EventDefinition definition = example.definition();
        AtomicInteger accepted = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        Mutations.forEach(example.value(), mutated -> {
            List<String> violations = CATALOG.judge(definition, mutated);
            if (CATALOG.isSurelyValid(definition, mutated)) {
                assertThat(violations).as("%s", mutated).isEmpty();
                accepted.incrementAndGet();
            } else if (!violations.isEmpty()) {
                refused.incrementAndGet();
            }
        });
        assertThat(accepted).hasValueGreaterThan(400);
        assertThat(refused).hasValueGreaterThan(1_000);
    }

    /** The test above would notice a shortcut that overlooks one keyword, whichever it is. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "type",
                "const",
                "enum",
                "required",
                "properties",
                "additionalProperties",
                "maxProperties",
                "items",
                "minItems",
                "maxItems",
                "maxLength",
                "pattern",
                "format",
                "minimum",
                "maximum",
                "allOf",
                "$ref"
            })
    void wouldNoticeAnOverlooked(String keyword) throws IOException {
        Map<String, String> careless = new HashMap<>();
        for (Resource found : resources("contracts/events/**/*.schema.json")) {
            JsonNode schema = read(found);
            String id = schema.required("$id").asText();
            drop(keyword, schema);
            careless.put(id, schema.toString());
        }
        Shortcuts shortcuts = new Shortcuts(careless);
        AtomicInteger wrong = new AtomicInteger();
        examples().filter(example -> wrong.get() == 0).forEach(example -> {
            Shortcut shortcut = shortcuts.to(example.definition().schemaRef());
            Mutations.forEach(example.value(), mutated -> {
                if (wrong.get() == 0
                        && shortcut.accepts(mutated)
                        && !CATALOG.judge(example.definition(), mutated).isEmpty()) {
                    wrong.incrementAndGet();
                }
            });
        });
        assertThat(wrong).hasValue(1);
    }

    /** Schemas have no property that is named like a keyword, except below {@code properties} and {@code $defs}. */
    private static void drop(String keyword, JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            for (String named : List.of("properties", "$defs")) {
                object.path(named).forEach(each -> drop(keyword, each));
            }
            drop(keyword, object.path("items"));
            drop(keyword, object.path("additionalProperties"));
            object.path("allOf").forEach(each -> drop(keyword, each));
            object.remove(keyword);
        }
    }

    private static Resource[] resources(String pattern) throws IOException {
        return new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern);
    }

    private static JsonNode read(Resource resource) throws IOException {
        try (InputStream in = resource.getInputStream()) {
            return JSON.readTree(in);
        }
    }
}
