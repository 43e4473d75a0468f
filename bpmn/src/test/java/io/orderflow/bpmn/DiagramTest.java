package io.orderflow.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What makes every diagram readable: all of it is there, lines run square, nothing lies on or crosses anything else. The
 * rules of {@code lint/} look at what is modelled, not at how it is drawn.
 */
class DiagramTest {

    static Stream<Diagram> diagrams() {
        return ModelFiles.processes().stream().map(Diagram::of);
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyElementIsDrawn(Diagram diagram) {
        assertThat(diagram.shapes().map(shape -> shape.getBpmnElement().getId()))
                .containsAll(diagram.all(FlowNode.class).stream()
                        .map(FlowNode::getId)
                        .toList())
                .containsAll(diagram.all(TextAnnotation.class).stream()
                        .map(TextAnnotation::getId)
                        .toList());
        assertThat(diagram.all(BpmnEdge.class).stream()
                        .map(edge -> edge.getBpmnElement().getId()))
                .containsAll(diagram.all(SequenceFlow.class).stream()
                        .map(SequenceFlow::getId)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void sequenceFlowsRunSquareFromBorderToBorder(Diagram diagram) {
        for (SequenceFlow flow : diagram.all(SequenceFlow.class)) {
            List<Line2D> segments = diagram.segments(flow);
            assertThat(segments)
                    .as(flow.getId())
                    .allMatch(line -> line.getX1() == line.getX2() ^ line.getY1() == line.getY2());
            Line2D first = segments.get(0);
            Line2D last = segments.get(segments.size() - 1);
            assertThat(diagram.touches(flow.getSource(), first.getX1(), first.getY1()))
                    .as("%s leaves its source", flow.getId())
                    .isTrue();
            assertThat(diagram.touches(flow.getTarget(), last.getX2(), last.getY2()))
                    .as("%s reaches its target", flow.getId())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void sequenceFlowsDoNotCross(Diagram diagram) {
        List<SequenceFlow> flows = new ArrayList<>(diagram.all(SequenceFlow.class));
        for (SequenceFlow one : flows) {
            for (SequenceFlow other : flows) {
                if (one != other) {
                    assertThat(diagram.segments(one))
                            .as("%s and %s", one.getId(), other.getId())
                            .noneMatch(line -> diagram.segments(other).stream().anyMatch(line::intersectsLine));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void sequenceFlowsPassNoElement(Diagram diagram) {
        List<BpmnShape> shapes = diagram.shapes().toList();
        for (SequenceFlow flow : diagram.all(SequenceFlow.class)) {
            Rectangle2D source = diagram.area(diagram.shapeOf(flow.getSource()));
            Rectangle2D target = diagram.area(diagram.shapeOf(flow.getTarget()));
            for (BpmnShape shape : shapes) {
                Rectangle2D area = diagram.area(shape);
                boolean around = area.contains(source) || area.contains(target);
                if (!around && !diagram.isBorderEventOf(shape, flow)) {
                    assertThat(diagram.segments(flow))
                            .as("%s and %s", flow.getId(), shape.getId())
                            .noneMatch(line -> line.intersects(area));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void nothingOverlaps(Diagram diagram) {
        List<BpmnShape> all = diagram.shapes().toList();
        for (BpmnShape one : all) {
            for (BpmnShape other : all) {
                boolean nested = diagram.area(one).contains(diagram.area(other))
                        || diagram.area(other).contains(diagram.area(one));
                if (one != other && !nested && !diagram.isOnBorder(one, other) && !diagram.isOnBorder(other, one)) {
                    assertThat(diagram.area(one).intersects(diagram.area(other)))
                            .as("%s and %s", one.getId(), other.getId())
                            .isFalse();
                }
            }
        }
    }
}
