package io.orderflow.bpmn;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** How a model is drawn. Lines and areas are read once: whoever compares all with all asks for them thousands of times. */
record Diagram(String name, BpmnModelInstance model, Map<String, List<Line2D>> lines, Map<String, Rectangle2D> areas) {

    static Diagram of(Path file) {
        return new Diagram(file.getFileName().toString(), ModelFiles.read(file), new HashMap<>(), new HashMap<>());
    }

    <E extends ModelElementInstance> Collection<E> all(Class<E> type) {
        return model.getModelElementsByType(type);
    }

    @Override
    public String toString() {
        return name;
    }

    Stream<BpmnShape> shapes() {
        return all(BpmnShape.class).stream();
    }

    BpmnShape shapeOf(FlowNode node) {
        return (BpmnShape) node.getDiagramElement();
    }

    Rectangle2D area(BpmnShape shape) {
        return areas.computeIfAbsent(shape.getId(), id -> readArea(shape));
    }

    private static Rectangle2D readArea(BpmnShape shape) {
        Bounds bounds = shape.getBounds();
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    boolean isOnBorder(BpmnShape event, BpmnShape activity) {
        return event.getBpmnElement() instanceof BoundaryEvent boundary
                && boundary.getAttachedTo().equals(activity.getBpmnElement());
    }

    /** A border event lies half on the activity, so the flow of the one is at the edge of the other. */
    boolean isBorderEventOf(BpmnShape shape, SequenceFlow flow) {
        return flow.getSource() instanceof BoundaryEvent boundary
                && boundary.getAttachedTo().equals(shape.getBpmnElement());
    }

    /** Whether the point is on the node's border. */
    boolean touches(FlowNode node, double x, double y) {
        Rectangle2D area = area(shapeOf(node));
        boolean inRange = x >= area.getMinX() && x <= area.getMaxX() && y >= area.getMinY() && y <= area.getMaxY();
        boolean onEdge = x == area.getMinX() || x == area.getMaxX() || y == area.getMinY() || y == area.getMaxY();
        return inRange && onEdge;
    }

    List<Line2D> segments(SequenceFlow flow) {
        return lines.computeIfAbsent(flow.getId(), id -> readSegments(flow));
    }

    private static List<Line2D> readSegments(SequenceFlow flow) {
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
