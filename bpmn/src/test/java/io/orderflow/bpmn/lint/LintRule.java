package io.orderflow.bpmn.lint;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** A rule that models keep to; the file of the same name in {@code lint/rules} says the same. */
interface LintRule {

    /** Such as {@code naming}. */
    String name();

    void check(BpmnModelInstance model, Findings findings);
}
