package io.orderflow.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.api.Test;

/** What makes the diagram readable: all of it is there, lines run square, nothing lies on or crosses anything else. */
class DiagramTest {

    private static final BpmnModelInstance MODEL = Models.process();

    @Test
    void everyElementIsDrawn() {
        assertThat(shapes().map(shape -> shape.getBpmnElement().getId()))
                .containsAll(MODEL.getModelElementsByType(FlowNode.class).stream()
                        .map(FlowNode::getId)
                        .toList())
                .containsAll(MODEL.getModelElementsByType(TextAnnotation.class).stream()
                        .map(TextAnnotation::getId)
                        .toList());
        assertThat(MODEL.getModelElementsByType(BpmnEdge.class).stream()
                        .map(edge -> edge.getBpmnElement().getId()))
                .containsAll(MODEL.getModelElementsByType(SequenceFlow.class).stream()
                        .map(SequenceFlow::getId)
                        .toList());
    }

    @Test
    void sequenceFlowsRunSquareFromBorderToBorder() {
        for (SequenceFlow flow : MODEL.getModelElementsByType(SequenceFlow.class)) {
            List<Line2D> segments = segments(flow);
            assertThat(segments)
                    .as(flow.getId())
                    .allMatch(line -> line.getX1() == line.getX2() ^ line.getY1() == line.getY2());
            Line2D first = segments.get(0);
            Line2D last = segments.get(segments.size() - 1);
            assertThat(touches(flow.getSource(), first.getX1(), first.getY1()))
                    .as("%s leaves its source", flow.getId())
                    .isTrue();
            assertThat(touches(flow.getTarget(), last.getX2(), last.getY2()))
                    .as("%s reaches its target", flow.getId())
                    .isTrue();
        }
    }

    @Test
    void sequenceFlowsDoNotCross() {
        List<SequenceFlow> flows = new ArrayList<>(MODEL.getModelElementsByType(SequenceFlow.class));
        for (SequenceFlow one : flows) {
            for (SequenceFlow other : flows) {
                if (one != other) {
                    assertThat(segments(one))
                            .as("%s and %s", one.getId(), other.getId())
                            .noneMatch(line -> segments(other).stream().anyMatch(line::intersectsLine));
                }
            }
        }
    }

    @Test
    void sequenceFlowsPassNoElement() {
        for (SequenceFlow flow : MODEL.getModelElementsByType(SequenceFlow.class)) {
            for (BpmnShape shape : shapes().toList()) {
                boolean around = area(shape).contains(area(shapeOf(flow.getSource())))
                        || area(shape).contains(area(shapeOf(flow.getTarget())));
                if (!around && !isBorderEventOf(shape, flow)) {
                    assertThat(segments(flow))
                            .as("%s and %s", flow.getId(), shape.getId())
                            .noneMatch(line -> line.intersects(area(shape)));
                }
            }
        }
    }

    @Test
    void nothingOverlaps() {
        List<BpmnShape> all = shapes().toList();
        for (BpmnShape one : all) {
            for (BpmnShape other : all) {
                boolean nested = area(one).contains(area(other)) || area(other).contains(area(one));
                if (one != other && !nested && !isOnBorder(one, other) && !isOnBorder(other, one)) {
                    assertThat(area(one).intersects(area(other)))
                            .as("%s and %s", one.getId(), other.getId())
                            .isFalse();
                }
            }
        }
    }

    private static Stream<BpmnShape> shapes() {
        return MODEL.getModelElementsByType(BpmnShape.class).stream();
    }

    private static BpmnShape shapeOf(FlowNode node) {
        return (BpmnShape) node.getDiagramElement();
    }

    private static Rectangle2D area(BpmnShape shape) {
        Bounds bounds = shape.getBounds();
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    private static boolean isOnBorder(BpmnShape event, BpmnShape activity) {
        return event.getBpmnElement() instanceof BoundaryEvent boundary
                && boundary.getAttachedTo().equals(activity.getBpmnElement());
    }

    /** A border event lies half on the activity, so the flow of the one is at the edge of the other. */
    private static boolean isBorderEventOf(BpmnShape shape, SequenceFlow flow) {
        return flow.getSource() instanceof BoundaryEvent boundary
                && boundary.getAttachedTo().equals(shape.getBpmnElement());
    }

    /** Whether the point is on the node's border. */
    private static boolean touches(FlowNode node, double x, double y) {
        Rectangle2D area = area(shapeOf(node));
        boolean inRange = x >= area.getMinX() && x <= area.getMaxX() && y >= area.getMinY() && y <= area.getMaxY();
        boolean onEdge = x == area.getMinX() || x == area.getMaxX() || y == area.getMinY() || y == area.getMaxY();
        return inRange && onEdge;
    }

    private static List<Line2D> segments(SequenceFlow flow) {
        List<Waypoint> points = new ArrayList<>(((BpmnEdge) flow.getDiagramElement()).getWaypoints());
        List<Line2D> lines = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            Waypoint from = points.get(i - 1);
            Waypoint to = points.get(i);
            lines.add(new Line2D.Double(from.getX(), from.getY(), to.getX(), to.getY()));
        }
        return lines;
    }
}
