package io.orderflow.bpmn.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Held to Camunda's public schema of element templates: npm package {@code @camunda/element-templates-json-schema} 0.22.1,
 * whose MIT licence, beside the copy, allows copies.
 */
class TemplatesAreValidTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Schema SCHEMA = schema();

    @ParameterizedTest
    @MethodSource("files")
    void templatesKeepToThePublicSchema(Path file) throws IOException {
        assertThat(SCHEMA.validate(JSON.readTree(file.toFile()))).isEmpty();
    }

    @Test
    void theSchemaRefusesWhatModelerWould() throws IOException {
        JsonNode templates = JSON.readTree(files().findFirst().orElseThrow().toFile());
        ObjectNode binding =
                (ObjectNode) templates.path(0).path("properties").path(0).path("binding");
        binding.put("type", "camunda:message");

        List<Error> errors = SCHEMA.validate(templates);
        assertThat(errors).isNotEmpty();
    }

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(GeneratedFiles.TEMPLATES)) {
            return files.sorted().toList().stream();
        }
    }

    /** The copy's "$schema" and inner "$id"s are no addresses that a validator could look up. */
    private static Schema schema() {
        try (InputStream file =
                TemplatesAreValidTest.class.getResourceAsStream("/element-templates-schema/schema.json")) {
            ObjectNode content = (ObjectNode) JSON.readTree(file);
            content.remove("$schema");
            return SchemaRegistry.withDialect(Dialects.getDraft7()).getSchema(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
