package io.orderflow.bpmn.lint;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;

/**
 * Where a transaction of an instance must end, and where it must not. What an event causes commits with the event: delegates
 * of the service write to the database alone. A call outside cannot be rolled back, so it stands in a transaction of its own.
 */
final class AsyncBordersRule implements LintRule {

    @Override
    public String name() {
        return "async-borders";
    }

    @Override
    public void check(BpmnModelInstance model, Findings findings) {
        for (FlowNode node : Elements.flowNodes(model)) {
            boolean isAsync = node.isCamundaAsyncBefore() || node.isCamundaAsyncAfter();
            if (isAsync && Wait.of(node).isPresent()) {
                findings.report(
                        node,
                        "catches an event and is async, so that what the event causes would not commit with it:"
                                + " remove camunda:asyncBefore and camunda:asyncAfter");
            }
            if (OutsideCalls.isMadeBy(node)) {
                checkCall(node, findings);
            }
            if (isAsync && !node.isCamundaExclusive() || hasConcurrentJobs(node)) {
                findings.report(node, "two jobs of one instance could run at once: remove camunda:exclusive=\"false\"");
            }
        }
    }

    private static void checkCall(FlowNode node, Findings findings) {
        if (!node.isCamundaAsyncBefore()) {
            findings.report(
                    node, "calls outside within the transaction of what comes before it: set camunda:asyncBefore");
        }
        boolean protectedByWaits =
                Elements.outgoing(node).stream().allMatch(flow -> OutsideCalls.endsTransaction(flow.getTarget()));
        if (!node.isCamundaAsyncAfter() && !protectedByWaits) {
            findings.report(
                    node,
                    "calls outside and goes on in the same transaction, so that a later failure would repeat the"
                            + " call: set camunda:asyncAfter");
        }
    }

    private static boolean hasConcurrentJobs(FlowNode node) {
        return node instanceof Activity activity
                && activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics loop
                && (loop.isCamundaAsyncBefore() || loop.isCamundaAsyncAfter())
                && !loop.isCamundaExclusive();
    }
}
