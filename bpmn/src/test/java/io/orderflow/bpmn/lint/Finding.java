package io.orderflow.bpmn.lint;

import java.util.Comparator;

/**
 * What a rule has found.
 *
 * @param rule as bpmnlint shows it, e.g. {@code orderflow/naming}
 */
record Finding(String rule, String elementId, String message) implements Comparable<Finding> {

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::rule)
            .thenComparing(Finding::elementId)
            .thenComparing(Finding::message);

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return rule + " | " + elementId + " | " + message;
    }
}
