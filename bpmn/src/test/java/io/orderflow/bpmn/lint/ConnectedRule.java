package io.orderflow.bpmn.lint;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CompensateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/** Nothing is drawn that no instance can reach or leave. */
final class ConnectedRule implements LintRule {

    @Override
    public String name() {
        return "connected";
    }

    @Override
    public void check(BpmnModelInstance model, Findings findings) {
        for (FlowNode node : Elements.flowNodes(model)) {
            if (standsAlone(node)) {
                continue;
            }
            boolean begins = node instanceof StartEvent
                    || node instanceof BoundaryEvent
                    || node instanceof IntermediateCatchEvent && isLink(node);
            if (!begins && Elements.incoming(node).isEmpty()) {
                findings.report(node, "nothing leads to it");
            }
            boolean ends = node instanceof EndEvent
                    || node instanceof IntermediateThrowEvent && isLink(node)
                    || isLeftByEventsAlone(node);
            if (!ends && Elements.outgoing(node).isEmpty()) {
                findings.report(node, "nothing leads away from it");
            }
        }
    }

    /** Event sub-processes, and what compensation reaches by associations. */
    private static boolean standsAlone(FlowNode node) {
        return node instanceof SubProcess sub && sub.triggeredByEvent()
                || node instanceof Activity activity && activity.isForCompensation()
                || node instanceof BoundaryEvent
                        && Elements.definition(node, CompensateEventDefinition.class)
                                .isPresent();
    }

    private static boolean isLink(FlowNode node) {
        return Elements.definition(node, LinkEventDefinition.class).isPresent();
    }

    /** A sub-process without an end of its own goes on until an event on its border stops it. */
    private static boolean isLeftByEventsAlone(FlowNode node) {
        return node instanceof SubProcess
                && node.getChildElementsByType(EndEvent.class).isEmpty()
                && Elements.scopeOf(node).getChildElementsByType(BoundaryEvent.class).stream()
                        .anyMatch(event ->
                                event.cancelActivity() && event.getAttachedTo().equals(node));
    }
}
