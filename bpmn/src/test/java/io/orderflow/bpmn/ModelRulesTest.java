package io.orderflow.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.junit.jupiter.api.Test;

/** What every model of this module keeps to, so that it reads well and stays traceable. */
class ModelRulesTest {

    private static final String RESOURCE = "processes/order-fulfillment/order-fulfillment.bpmn";
    private static final BpmnModelInstance MODEL =
            Bpmn.readModelFromStream(ModelRulesTest.class.getResourceAsStream("/" + RESOURCE));

    @Test
    void everyFlowNodeHasAName() {
        assertThat(MODEL.getModelElementsByType(FlowNode.class))
                .allSatisfy(node -> assertThat(node.getName()).isNotBlank());
    }

    @Test
    void everyFlowNodeIsConnected() {
        for (FlowNode node : MODEL.getModelElementsByType(FlowNode.class)) {
            boolean eventSubProcess = node instanceof SubProcess sub && sub.triggeredByEvent();
            if (!eventSubProcess && !(node instanceof StartEvent)) {
                assertThat(node.getIncoming())
                        .as("incoming of %s", node.getId())
                        .isNotEmpty();
            }
            if (!eventSubProcess && !(node instanceof EndEvent)) {
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
    void everyElementIsDrawn() {
        assertThat(MODEL.getModelElementsByType(BpmnShape.class).stream()
                        .map(shape -> shape.getBpmnElement().getId()))
                .containsAll(MODEL.getModelElementsByType(FlowNode.class).stream()
                        .map(FlowNode::getId)
                        .toList());
        assertThat(MODEL.getModelElementsByType(BpmnEdge.class).stream()
                        .map(edge -> edge.getBpmnElement().getId()))
                .containsAll(MODEL.getModelElementsByType(SequenceFlow.class).stream()
                        .map(SequenceFlow::getId)
                        .toList());
    }

    @Test
    void sequenceFlowsAreStraight() {
        for (SequenceFlow flow : MODEL.getModelElementsByType(SequenceFlow.class)) {
            BpmnEdge edge = flow.getDiagramElement();
            assertThat(edge.getWaypoints())
                    .extracting(point -> point.getY())
                    .as(flow.getId())
                    .containsOnly(edge.getWaypoints().iterator().next().getY());
        }
    }

    @Test
    void nothingOverlaps() {
        List<BpmnShape> shapes = new ArrayList<>(MODEL.getModelElementsByType(BpmnShape.class));
        for (BpmnShape one : shapes) {
            for (BpmnShape other : shapes) {
                if (one != other && !contains(one, other) && !contains(other, one)) {
                    assertThat(overlap(one.getBounds(), other.getBounds()))
                            .as("%s and %s", one.getId(), other.getId())
                            .isFalse();
                }
            }
        }
    }

    @Test
    void anEngineRefusesAModelThatKeepsHistoryForever() {
        BpmnModelInstance endless = MODEL.clone();
        Collection<Process> processes = endless.getModelElementsByType(Process.class);
        processes.forEach(process -> process.setCamundaHistoryTimeToLiveString(null));

        assertThatThrownBy(() -> TestEngine.engine()
                        .getRepositoryService()
                        .createDeployment()
                        .addModelInstance(RESOURCE, endless)
                        .deploy())
                .isInstanceOf(ParseException.class)
                .hasMessageContaining("History Time To Live");
    }

    private static boolean contains(BpmnShape outer, BpmnShape inner) {
        Bounds o = outer.getBounds();
        Bounds i = inner.getBounds();
        return o.getX() <= i.getX()
                && o.getY() <= i.getY()
                && o.getX() + o.getWidth() >= i.getX() + i.getWidth()
                && o.getY() + o.getHeight() >= i.getY() + i.getHeight();
    }

    private static boolean overlap(Bounds a, Bounds b) {
        return a.getX() < b.getX() + b.getWidth()
                && b.getX() < a.getX() + a.getWidth()
                && a.getY() < b.getY() + b.getHeight()
                && b.getY() < a.getY() + a.getHeight();
    }
}
