package io.orderflow.bpmn.lint;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** A decision has one way for whatever is asked: a condition on each way out, except on the default. */
final class GatewayConditionsRule implements LintRule {

    @Override
    public String name() {
        return "gateway-conditions";
    }

    @Override
    public void check(BpmnModelInstance model, Findings findings) {
        for (FlowNode gateway : Elements.flowNodes(model)) {
            if (Elements.isDecision(gateway)) {
                String standard = gateway.getAttributeValue("default");
                Elements.outgoing(gateway)
                        .forEach(flow -> check(flow, flow.getId().equals(standard), findings));
            }
        }
    }

    private static void check(SequenceFlow flow, boolean isDefault, Findings findings) {
        boolean conditional = flow.getConditionExpression() != null;
        if (isDefault && conditional) {
            findings.report(flow, "is the default flow, so its condition is never looked at: remove one of them");
        }
        if (!isDefault && !conditional) {
            findings.report(flow, "has no condition and is not the default flow: it would always be taken");
        }
    }
}
