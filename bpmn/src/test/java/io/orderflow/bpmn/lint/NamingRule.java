package io.orderflow.bpmn.lint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.jspecify.annotations.Nullable;

/** Names that people read in Modeler, Cockpit and history. */
final class NamingRule implements LintRule {

    private static final Pattern WORDS = Pattern.compile("[A-Z][A-Za-z0-9]*(_[A-Z][A-Za-z0-9]*)*");
    private static final Pattern PROCESS_ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    @Override
    public String name() {
        return "naming";
    }

    @Override
    public void check(BpmnModelInstance model, Findings findings) {
        model.getModelElementsByType(Process.class).forEach(process -> checkProcess(process, findings));
        Collection<FlowNode> nodes = Elements.flowNodes(model);
        nodes.forEach(node -> checkName(node, node.getName(), findings));
        nodes.stream().filter(Elements::isDecision).forEach(gateway -> checkQuestion(gateway, findings));

        List<BaseElement> identified = new ArrayList<>(nodes);
        identified.addAll(model.getModelElementsByType(SequenceFlow.class));
        identified.addAll(model.getModelElementsByType(Message.class));
        identified.forEach(element -> checkId(element, findings));
    }

    private static void checkProcess(Process process, Findings findings) {
        checkName(process, process.getName(), findings);
        if (!PROCESS_ID.matcher(process.getId()).matches()) {
            findings.report(process, "id is not made of lower-case words and hyphens, such as order-fulfillment");
        }
        List<EndEvent> ends = Elements.flowNodes((BpmnModelInstance) process.getModelInstance()).stream()
                .filter(node -> Wait.processOf(node).equals(process))
                .filter(EndEvent.class::isInstance)
                .map(EndEvent.class::cast)
                .filter(end -> !Elements.isBlank(end.getName()))
                .toList();
        for (EndEvent end : ends) {
            if (ends.stream()
                    .anyMatch(other -> !other.equals(end) && other.getName().equals(end.getName()))) {
                findings.report(end, "another end is called \"%s\", too: tell them apart".formatted(end.getName()));
            }
        }
    }

    private static void checkName(BaseElement element, @Nullable String name, Findings findings) {
        if (Elements.isBlank(name)) {
            findings.report(element, "has no name");
        }
    }

    private static void checkId(BaseElement element, Findings findings) {
        String kind = Elements.kindOf(element);
        String prefix = (kind.endsWith("Gateway") ? "Gateway" : kind.replace("SequenceFlow", "Flow")) + "_";
        String id = element.getId();
        if (!id.startsWith(prefix)
                || !WORDS.matcher(id.substring(prefix.length())).matches()) {
            findings.report(
                    element,
                    "id does not tell what it is: begin it with \"%s\" and go on with words in PascalCase"
                            .formatted(prefix));
        }
    }

    private static void checkQuestion(FlowNode gateway, Findings findings) {
        String question = Elements.orEmpty(gateway.getName());
        if (!question.isBlank() && !question.endsWith("?")) {
            findings.report(gateway, "asks nothing: name it with a question that ends in \"?\"");
        }
        List<SequenceFlow> answers = Elements.outgoing(gateway);
        for (SequenceFlow flow : answers) {
            String answer = Elements.orEmpty(flow.getName());
            if (answer.isBlank()) {
                findings.report(flow, "answers nothing: name it with the answer to \"%s\"".formatted(question));
            } else if (answers.stream().anyMatch(other -> !other.equals(flow) && answer.equals(other.getName()))) {
                findings.report(flow, "answers \"%s\" as another way out does".formatted(answer));
            }
        }
    }
}
