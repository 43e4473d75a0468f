package io.orderflow.bpmn.lint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.jspecify.annotations.Nullable;

/**
 * An element that takes a message, and what its names say.
 *
 * @param name of the message; empty if there is none
 * @param type the event type in that name; null if it is named otherwise
 * @param key the expression in that name
 * @param properties extension properties; what is empty counts as not set: Modeler leaves it behind
 */
record Wait(FlowNode node, String name, @Nullable String type, @Nullable String key, Map<String, String> properties) {

    private static final Pattern NAME = Pattern.compile("([A-Z][A-Za-z]+)(?::\\$\\{([^{}]+)})?");

    /** Empty if the element takes no message. */
    static Optional<Wait> of(FlowNode node) {
        if (node instanceof ReceiveTask task) {
            return Optional.of(describe(node, task.getMessage()));
        }
        return node instanceof CatchEvent
                ? Elements.definition(node, MessageEventDefinition.class)
                        .map(definition -> describe(node, definition.getMessage()))
                : Optional.empty();
    }

    /** All of a process, at any depth. */
    static List<Wait> within(Process process) {
        return process.getModelInstance().getModelElementsByType(FlowNode.class).stream()
                .filter(node -> processOf(node).equals(process))
                .flatMap(node -> of(node).stream())
                .toList();
    }

    boolean startsProcess() {
        return node instanceof StartEvent && Elements.scopeOf(node) instanceof Process;
    }

    /** Whether several instances of the element can wait at once. */
    boolean isRepeated() {
        return isRepeated(node);
    }

    private static boolean isRepeated(FlowNode node) {
        return node instanceof Activity activity
                        && activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics
                || Elements.scopeOf(node) instanceof SubProcess around && isRepeated(around);
    }

    static Process processOf(FlowNode node) {
        return Elements.scopeOf(node) instanceof SubProcess around
                ? processOf(around)
                : (Process) Elements.scopeOf(node);
    }

    private static Wait describe(FlowNode node, @Nullable Message message) {
        String name = message == null ? "" : Elements.orEmpty(message.getName());
        Matcher parts = NAME.matcher(name);
        boolean matches = parts.matches();
        return new Wait(
                node, name, matches ? parts.group(1) : null, matches ? parts.group(2) : null, propertiesOf(node));
    }

    private static Map<String, String> propertiesOf(FlowNode node) {
        Map<String, String> properties = new TreeMap<>();
        if (node.getExtensionElements() != null) {
            node.getExtensionElements().getChildElementsByType(CamundaProperties.class).stream()
                    .flatMap(all -> all.getCamundaProperties().stream())
                    .filter(property -> !Elements.isBlank(property.getCamundaValue()))
                    .forEach(property -> properties.put(
                            property.getCamundaName(),
                            property.getCamundaValue().strip()));
        }
        return properties;
    }
}
