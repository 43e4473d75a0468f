package io.orderflow.bpmn.lint;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ComplexGateway;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** What the rules ask about elements of a model. */
final class Elements {

    private Elements() {}

    static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** {@code ReceiveTask} for a receive task. */
    static String kindOf(ModelElementInstance element) {
        String type = element.getElementType().getTypeName();
        return Character.toUpperCase(type.charAt(0)) + type.substring(1);
    }

    static Collection<FlowNode> flowNodes(BpmnModelInstance model) {
        return model.getModelElementsByType(FlowNode.class);
    }

    static List<SequenceFlow> outgoing(FlowNode node) {
        return siblings(node).filter(flow -> flow.getSource().equals(node)).toList();
    }

    static List<SequenceFlow> incoming(FlowNode node) {
        return siblings(node).filter(flow -> flow.getTarget().equals(node)).toList();
    }

    /** Whether the gateway chooses between its ways by their conditions. */
    static boolean isDecision(FlowNode node) {
        boolean chooses =
                node instanceof ExclusiveGateway || node instanceof InclusiveGateway || node instanceof ComplexGateway;
        return chooses && outgoing(node).size() > 1;
    }

    static <D extends EventDefinition> Optional<D> definition(FlowNode event, Class<D> type) {
        return event instanceof Event
                ? event.getChildElementsByType(type).stream().findFirst()
                : Optional.empty();
    }

    static boolean hasDefinitions(FlowNode event) {
        return event instanceof CatchEvent caught
                        && !caught.getEventDefinitions().isEmpty()
                || event instanceof ThrowEvent thrown
                        && !thrown.getEventDefinitions().isEmpty();
    }

    /** What is around the element: a process or a sub-process. */
    static ModelElementInstance scopeOf(FlowNode node) {
        return node.getParentElement();
    }

    private static Stream<SequenceFlow> siblings(FlowNode node) {
        return scopeOf(node).getChildElementsByType(SequenceFlow.class).stream();
    }
}
