package io.orderflow.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;

/** What every model of this module keeps to, so that it reads well and stays traceable. */
class ModelRulesTest {

    private static final BpmnModelInstance MODEL = Models.process();
    private static final Pattern DEADLINE = Pattern.compile("\\$\\{deadlines\\.\\w+}");

    @Test
    void everyFlowNodeHasAName() {
        assertThat(MODEL.getModelElementsByType(FlowNode.class))
                .allSatisfy(node -> assertThat(node.getName()).isNotBlank());
    }

    @Test
    void endsAreToldApartByTheirNames() {
        assertThat(MODEL.getModelElementsByType(EndEvent.class))
                .extracting(EndEvent::getName)
                .doesNotHaveDuplicates();
    }

    @Test
    void gatewaysAskAndTheirFlowsAnswer() {
        for (ExclusiveGateway gateway : MODEL.getModelElementsByType(ExclusiveGateway.class)) {
            assertThat(gateway.getName()).endsWith("?");
            for (SequenceFlow answer : gateway.getOutgoing()) {
                assertThat(answer.getName()).as(answer.getId()).isNotBlank();
                assertThat(answer.getConditionExpression() == null)
                        .as("%s has either a condition or is the default", answer.getId())
                        .isEqualTo(answer.equals(gateway.getDefault()));
            }
        }
    }

    @Test
    void everyFlowNodeIsConnected() {
        for (FlowNode node : MODEL.getModelElementsByType(FlowNode.class)) {
            boolean eventSubProcess = node instanceof SubProcess sub && sub.triggeredByEvent();
            if (!eventSubProcess && !(node instanceof StartEvent) && !(node instanceof BoundaryEvent)) {
                assertThat(node.getIncoming())
                        .as("incoming of %s", node.getId())
                        .isNotEmpty();
            }
            if (!eventSubProcess && !(node instanceof EndEvent) && !isLeftByEventsAlone(node)) {
                assertThat(node.getOutgoing())
                        .as("outgoing of %s", node.getId())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void everyWaitNamesItsEventTypeAsItsMessageDoes() {
        Map<FlowNode, Message> received = ReceivedMessages.of(MODEL);
        assertThat(received).isNotEmpty();
        received.forEach((node, message) -> {
            String eventType = message.getName().replaceFirst(":.*", "");
            assertThat(node.getExtensionElements().getElementsQuery().list().stream()
                            .flatMap(element -> element.getChildElementsByType(CamundaProperty.class).stream())
                            .filter(property -> "eventType".equals(property.getCamundaName())))
                    .as("eventType of %s", node.getId())
                    .extracting(CamundaProperty::getCamundaValue)
                    .containsExactly(eventType);
        });
    }

    @Test
    void whatIsAboutALineIsKeyedByTheLine() {
        ReceivedMessages.of(MODEL).forEach((node, message) -> {
            boolean ofALine = message.getName().startsWith("OrderLine") || isWithinALine(node);
            assertThat(message.getName().endsWith(":${orderLineId}"))
                    .as("%s waits for %s", node.getId(), message.getName())
                    .isEqualTo(ofALine);
        });
    }

    @Test
    void aMessageThatIsAwaitedTwiceTellsItsWaitsApart() {
        assertThat(ReceivedMessages.of(MODEL).values())
                .extracting(Message::getName)
                .doesNotHaveDuplicates();
    }

    @Test
    void timersComeFromTheDeadlinesOnly() {
        assertThat(MODEL.getModelElementsByType(TimerEventDefinition.class))
                .isNotEmpty()
                .allSatisfy(
                        timer -> assertThat(timer.getRawTextContent().trim()).matches(DEADLINE));
    }

    @Test
    void anEngineRefusesAModelThatKeepsHistoryForever() {
        BpmnModelInstance endless = MODEL.clone();
        Collection<Process> processes = endless.getModelElementsByType(Process.class);
        processes.forEach(process -> process.setCamundaHistoryTimeToLiveString(null));

        assertThatThrownBy(() -> TestEngine.engine()
                        .getRepositoryService()
                        .createDeployment()
                        .addModelInstance("endless.bpmn", endless)
                        .deploy())
                .isInstanceOf(ParseException.class)
                .hasMessageContaining("History Time To Live");
    }

    /** A sub-process without an end of its own goes on until an event on its border, or around it, stops it. */
    private static boolean isLeftByEventsAlone(FlowNode node) {
        return node instanceof SubProcess sub
                && sub.getChildElementsByType(EndEvent.class).isEmpty()
                && interruptedActivities().contains(node.getId());
    }

    private static Set<String> interruptedActivities() {
        return MODEL.getModelElementsByType(BoundaryEvent.class).stream()
                .filter(BoundaryEvent::cancelActivity)
                .map(event -> event.getAttachedTo().getId())
                .collect(Collectors.toSet());
    }

    private static boolean isWithinALine(FlowNode node) {
        return node.getParentElement() instanceof SubProcess around
                && (around.getLoopCharacteristics() != null || isWithinALine(around));
    }
}
