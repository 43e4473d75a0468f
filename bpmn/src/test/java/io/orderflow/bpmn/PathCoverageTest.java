package io.orderflow.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything that can be passed in any model has been passed by the tests before this one, which runs last and therefore
 * says nothing when it runs alone. Leaves {@code target/path-coverage/<model>.md} for each model.
 */
@Order(Integer.MAX_VALUE)
class PathCoverageTest {

    private static final Path REPORTS = Path.of("target/path-coverage");

    /** What there is of a kind, and what of it was passed. */
    private record Covered(String kind, List<String> all, List<String> missing) {

        String row() {
            int passed = all.size() - missing.size();
            return "| %s | %d | %d | %.1f | %s |%n"
                    .formatted(kind, passed, all.size(), 100.0 * passed / all.size(), String.join(", ", missing));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void everythingThatCanBePassedIsPassed(Path file) throws IOException {
        List<Covered> covered = file.toString().endsWith(".dmn") ? rulesOf(file) : elementsOf(file);
        write(file, covered);

        assertThat(covered).isNotEmpty().noneMatch(kind -> kind.all().isEmpty());
        assertThat(covered.stream().flatMap(kind -> kind.missing().stream()))
                .as("not passed in %s", file.getFileName())
                .isEmpty();
    }

    static List<Path> models() {
        return Stream.of(ModelFiles.processes(), ModelFiles.decisions())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Covered> elementsOf(Path file) throws IOException {
        String text = Files.readString(file);
        BpmnModelInstance model = ModelFiles.read(file);
        return List.of(
                elements("flow nodes", text, model.getModelElementsByType(FlowNode.class)),
                elements("sequence flows", text, model.getModelElementsByType(SequenceFlow.class)));
    }

    private static Covered elements(String kind, String text, Collection<? extends ModelElementInstance> elements) {
        List<String> all = ids(elements);
        return new Covered(
                kind,
                all,
                all.stream()
                        .filter(id -> !TestEngine.coverage().isPassed(text, id))
                        .toList());
    }

    private static List<Covered> rulesOf(Path file) {
        return Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Decision.class).stream()
                .map(PathCoverageTest::rulesOf)
                .toList();
    }

    private static Covered rulesOf(Decision decision) {
        List<String> all = ids(decision.getExpression().getChildElementsByType(Rule.class));
        return new Covered(
                "rules of " + decision.getId(),
                all,
                all.stream()
                        .filter(rule -> !TestEngine.coverage().isRulePassed(decision.getId(), rule))
                        .toList());
    }

    private static List<String> ids(Collection<? extends ModelElementInstance> elements) {
        return elements.stream().map(element -> element.getAttributeValue("id")).toList();
    }

    private static void write(Path file, List<Covered> covered) throws IOException {
        String name = file.getFileName().toString();
        String rows = covered.stream().map(Covered::row).collect(Collectors.joining());
        Files.createDirectories(REPORTS);
        Files.writeString(
                REPORTS.resolve(name + ".md"),
                "# Path coverage of %s%n%n| of | passed | all | %% | missing |%n|---|---|---|---|---|%n%s"
                        .formatted(name, rows));
    }
}
