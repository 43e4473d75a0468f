package io.orderflow.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Everything that can be passed has been passed by the tests before this one, which runs last and therefore says nothing
 * when it runs alone. Leaves {@code target/path-coverage/path-coverage.md}.
 */
@Order(Integer.MAX_VALUE)
class PathCoverageTest {

    private static final Path REPORT = Path.of("target/path-coverage/path-coverage.md");

    @Test
    void everythingThatCanBePassedIsPassed() throws IOException {
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put("order-fulfillment.bpmn, flow nodes", ids(Models.process().getModelElementsByType(FlowNode.class)));
        all.put(
                "order-fulfillment.bpmn, sequence flows",
                ids(Models.process().getModelElementsByType(SequenceFlow.class)));
        all.put("approval-policy.dmn, rules", ids(Models.decision().getModelElementsByType(Rule.class)));

        Map<String, List<String>> missing = new LinkedHashMap<>();
        all.forEach((kind, ids) ->
                missing.put(kind, ids.stream().filter(this::isMissing).toList()));
        write(all, missing);

        assertThat(all).allSatisfy((kind, ids) -> assertThat(ids).as(kind).isNotEmpty());
        assertThat(missing)
                .allSatisfy((kind, ids) ->
                        assertThat(ids).as("not passed: %s", kind).isEmpty());
    }

    private boolean isMissing(String id) {
        return !TestEngine.coverage().isPassed(id);
    }

    private static List<String> ids(Collection<? extends ModelElementInstance> elements) {
        return elements.stream().map(element -> element.getAttributeValue("id")).toList();
    }

    private static void write(Map<String, List<String>> all, Map<String, List<String>> missing) throws IOException {
        StringBuilder report =
                new StringBuilder("# Path coverage\n\n| model | passed | all | % | missing |\n|---|---|---|---|---|\n");
        all.forEach((kind, ids) -> {
            List<String> left = missing.get(kind);
            int passed = ids.size() - left.size();
            report.append("| %s | %d | %d | %.1f | %s |%n"
                    .formatted(kind, passed, ids.size(), 100.0 * passed / ids.size(), String.join(", ", left)));
        });
        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT, report);
    }
}
