package io.orderflow.bpmn.lint;

import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;

/** Deadlines are settings, so that they can differ between environments and change without a new version. */
final class TimersFromDeadlinesRule implements LintRule {

    private static final Pattern DEADLINE = Pattern.compile("\\$\\{deadlines\\.\\w+}");

    @Override
    public String name() {
        return "timers-from-deadlines";
    }

    @Override
    public void check(BpmnModelInstance model, Findings findings) {
        for (FlowNode node : Elements.flowNodes(model)) {
            Elements.definition(node, TimerEventDefinition.class).ifPresent(timer -> {
                String due = timer.getRawTextContent().strip();
                if (!DEADLINE.matcher(due).matches()) {
                    findings.report(
                            node,
                            "is due \"%s\", which is none of the deadlines: write ${deadlines.name}".formatted(due));
                }
            });
        }
    }
}
