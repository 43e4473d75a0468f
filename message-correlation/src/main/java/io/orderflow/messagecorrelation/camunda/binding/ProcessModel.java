package io.orderflow.messagecorrelation.camunda.binding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/**
 * One process of a model that is about to be deployed.
 *
 * @param elements those that catch a message, each kind in the order of the model
 */
record ProcessModel(String key, List<CatchElement> elements) {

    /** The processes that the engine will take. */
    static List<ProcessModel> of(BpmnModelInstance model) {
        return model.getModelElementsByType(Process.class).stream()
                .filter(Process::isExecutable)
                .map(process -> new ProcessModel(process.getId(), elementsOf(process)))
                .toList();
    }

    private static List<CatchElement> elementsOf(Process process) {
        Collection<CatchEvent> events = within(process, CatchEvent.class);
        List<CatchElement> elements = new ArrayList<>();
        for (CatchEvent event : events) {
            event.getEventDefinitions().stream()
                    .filter(MessageEventDefinition.class::isInstance)
                    .map(MessageEventDefinition.class::cast)
                    .forEach(definition -> elements.add(element(event, definition.getMessage())));
        }
        for (ReceiveTask task : within(process, ReceiveTask.class)) {
            // Without a message it is no event that it waits for.
            if (task.getMessage() != null) {
                elements.add(element(task, task.getMessage()));
            }
        }
        return elements;
    }

    private static <T extends FlowNode> Collection<T> within(Process process, Class<T> type) {
        return process.getModelInstance().getModelElementsByType(type).stream()
                .filter(node -> isWithin(process, node))
                .toList();
    }

    private static boolean isWithin(Process process, ModelElementInstance element) {
        @Nullable ModelElementInstance parent = element.getParentElement();
        return parent != null && (parent.equals(process) || isWithin(process, parent));
    }

    private static CatchElement element(FlowNode node, @Nullable Message message) {
        return new CatchElement(
                node.getId(),
                Optional.ofNullable(message).map(Message::getName).orElse(null),
                propertiesOf(node),
                node instanceof StartEvent && node.getParentElement() instanceof Process,
                isRepeated(node));
    }

    /** A multi-instance around the element, or the element itself; an event on the border of one stands outside. */
    private static boolean isRepeated(ModelElementInstance element) {
        if (element instanceof Activity activity && activity.getLoopCharacteristics() != null) {
            return true;
        }
        @Nullable ModelElementInstance parent = element.getParentElement();
        return parent != null && isRepeated(parent);
    }

    private static Map<String, String> propertiesOf(BaseElement element) {
        Map<String, String> properties = new HashMap<>();
        if (element.getExtensionElements() == null) {
            return properties;
        }
        element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(list -> list.getCamundaProperties().stream())
                .filter(property -> property.getCamundaName() != null && property.getCamundaValue() != null)
                .forEach((CamundaProperty property) ->
                        properties.put(property.getCamundaName(), property.getCamundaValue()));
        return properties;
    }
}
