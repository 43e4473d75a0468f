package io.orderflow.bpmn.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.bpmn.ModelFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every model of this module keeps to the rules. */
class ModelsTest {

    private static final Path CATALOGUE = Path.of("lint/catalogue.json");

    @ParameterizedTest
    @MethodSource("models")
    void modelsKeepToTheRules(Path model) throws IOException {
        assertThat(new Lint(KnownEvents.read(CATALOGUE)).check(ModelFiles.read(model)))
                .isEmpty();
    }

    /** No rule of a single model can see this; a deployment would refuse the second of them. */
    @Test
    void anEventStartsOneProcessOnly() {
        List<String> starting = ModelFiles.processes().stream()
                .map(ModelFiles::read)
                .flatMap(model -> Elements.flowNodes(model).stream())
                .flatMap(node -> Wait.of(node).stream())
                .filter(Wait::startsProcess)
                .map(Wait::name)
                .toList();

        assertThat(starting).isNotEmpty().doesNotHaveDuplicates();
    }

    static List<Path> models() {
        return ModelFiles.processes();
    }
}
