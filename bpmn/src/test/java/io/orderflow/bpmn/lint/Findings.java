package io.orderflow.bpmn.lint;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.BaseElement;

/** Where a rule reports to. */
final class Findings {

    private final String rule;
    private final SortedSet<Finding> found = new TreeSet<>();

    Findings(String rule) {
        this.rule = rule;
    }

    void report(BaseElement element, String message) {
        found.add(new Finding(rule, element.getId(), message));
    }

    SortedSet<Finding> found() {
        return Collections.unmodifiableSortedSet(found);
    }
}
