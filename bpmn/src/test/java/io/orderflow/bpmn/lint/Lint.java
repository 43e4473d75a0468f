package io.orderflow.bpmn.lint;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** All rules. */
final class Lint {

    private final List<LintRule> rules;

    Lint(KnownEvents events) {
        rules = List.of(
                new AsyncBordersRule(),
                new ConnectedRule(),
                new EventCatalogueRule(events),
                new GatewayConditionsRule(),
                new HistoryTimeToLiveRule(),
                new NamingRule(),
                new TimersFromDeadlinesRule());
    }

    List<String> rules() {
        return rules.stream().map(LintRule::name).toList();
    }

    SortedSet<Finding> check(BpmnModelInstance model) {
        SortedSet<Finding> all = new TreeSet<>();
        for (LintRule rule : rules) {
            Findings findings = new Findings("orderflow/" + rule.name());
            rule.check(model, findings);
            all.addAll(findings.found());
        }
        return all;
    }
}
