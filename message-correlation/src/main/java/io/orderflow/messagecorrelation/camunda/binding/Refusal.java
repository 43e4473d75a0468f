package io.orderflow.messagecorrelation.camunda.binding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.impl.bpmn.parser.ResourceReportImpl;

/** Everything that is wrong in one deployment, told in the way in which the engine tells that a model cannot be parsed. */
final class Refusal {

    private final Map<String, List<Problem>> findings = new LinkedHashMap<>();

    void add(String resource, List<Finding> found) {
        if (!found.isEmpty()) {
            findings.computeIfAbsent(resource, name -> new ArrayList<>()).addAll(found);
        }
    }

    void throwIfAny() {
        if (findings.isEmpty()) {
            return;
        }
        String message = findings.entrySet().stream()
                .flatMap(file -> file.getValue().stream().map(finding -> file.getKey() + ": " + finding.getMessage()))
                .collect(Collectors.joining("\n* ", "Events would not reach these elements.\n* ", ""));
        List<Map.Entry<String, List<Problem>>> files = new ArrayList<>(findings.entrySet());
        ParseException refusal =
                new ParseException(message, files.get(0).getKey(), files.get(0).getValue(), List.of());
        files.stream().skip(1).forEach(file -> refusal.getResorceReports()
                .add(new ResourceReportImpl(file.getKey(), file.getValue(), List.of())));
        throw refusal;
    }
}
