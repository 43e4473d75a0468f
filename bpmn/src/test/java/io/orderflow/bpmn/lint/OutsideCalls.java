package io.orderflow.bpmn.lint;

import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaConnector;
import org.jspecify.annotations.Nullable;

/** Elements that reach out of the database's transaction, and elements at which a transaction ends by itself. */
final class OutsideCalls {

    private static final Set<String> OUTSIDE = Set.of("mail", "shell");

    private OutsideCalls() {}

    /** Connectors, code that the engine creates itself, mail and shell tasks; an external task is a wait. */
    static boolean isMadeBy(FlowNode node) {
        Optional<? extends BaseElement> call = isCaller(node)
                ? Optional.of(node)
                : node instanceof ThrowEvent
                        ? Elements.definition(node, MessageEventDefinition.class)
                        : Optional.empty();
        return call.filter(OutsideCalls::isOutside).isPresent();
    }

    static boolean endsTransaction(FlowNode node) {
        return node instanceof ReceiveTask
                || node instanceof UserTask
                || node instanceof IntermediateCatchEvent
                || node instanceof EventBasedGateway
                || node.isCamundaAsyncBefore()
                || isCaller(node) && "external".equals(camunda(node, "type"))
                || node instanceof EndEvent
                        && Elements.scopeOf(node) instanceof Process
                        && !Elements.hasDefinitions(node);
    }

    private static boolean isCaller(FlowNode node) {
        return node instanceof ServiceTask || node instanceof SendTask || node instanceof BusinessRuleTask;
    }

    private static boolean isOutside(BaseElement call) {
        String type = camunda(call, "type");
        return !Elements.isBlank(camunda(call, "class"))
                || type != null && OUTSIDE.contains(type)
                || call.getExtensionElements() != null
                        && !call.getExtensionElements()
                                .getChildElementsByType(CamundaConnector.class)
                                .isEmpty();
    }

    private static @Nullable String camunda(BaseElement element, String attribute) {
        return element.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, attribute);
    }
}
