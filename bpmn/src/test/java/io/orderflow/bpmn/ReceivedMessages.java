package io.orderflow.bpmn;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;

/** Which element of a model waits for which message. */
final class ReceivedMessages {

    private ReceivedMessages() {}

    static Map<FlowNode, Message> of(BpmnModelInstance model) {
        Map<FlowNode, Message> received = new LinkedHashMap<>();
        model.getModelElementsByType(ReceiveTask.class).forEach(task -> received.put(task, task.getMessage()));
        for (CatchEvent event : model.getModelElementsByType(CatchEvent.class)) {
            event.getEventDefinitions().stream()
                    .filter(MessageEventDefinition.class::isInstance)
                    .map(MessageEventDefinition.class::cast)
                    .forEach(definition -> received.put(event, definition.getMessage()));
        }
        return received;
    }
}
