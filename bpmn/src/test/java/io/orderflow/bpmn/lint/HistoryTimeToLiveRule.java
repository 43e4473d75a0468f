package io.orderflow.bpmn.lint;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;

/** The history of every process ends some day. */
final class HistoryTimeToLiveRule implements LintRule {

    @Override
    public String name() {
        return "history-time-to-live";
    }

    @Override
    public void check(BpmnModelInstance model, Findings findings) {
        for (Process process : model.getModelElementsByType(Process.class)) {
            String days = Elements.orEmpty(process.getCamundaHistoryTimeToLiveString());
            if (!process.isExecutable()) {
                continue;
            }
            if (days.isBlank()) {
                findings.report(process, "keeps its history for ever: set camunda:historyTimeToLive, such as P180D");
            } else if (!days.matches("P\\d+D|\\d+")) {
                findings.report(
                        process,
                        "camunda:historyTimeToLive is \"%s\", which is no number of days such as P180D"
                                .formatted(days));
            }
        }
    }
}
