package io.orderflow.fulfillmentmock.scenarios;

import io.orderflow.fulfillmentmock.latency.LatencyDistribution;
import io.orderflow.fulfillmentmock.scenarios.Scenario.Scope;
import io.orderflow.fulfillmentmock.scenarios.Scenario.Target;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The scenarios in force at one moment. Immutable. */
public final class ScenarioSet {

    private final Map<Owned, Scenario> scenarios;

    /** A tenant's scenario for a target. */
    record Owned(String tenantId, Target target) {}

    /** A request, by what scenarios tell requests apart. */
    public record Subject(String tenantId, String orderLineId, String offerId) {}

    ScenarioSet(Map<Owned, Scenario> scenarios) {
        this.scenarios = Map.copyOf(scenarios);
    }

    /** What is going to happen to an attempt, counted from 1. */
    public Plan plan(Subject subject, int attempt) {
        return choose(subject).map(scenario -> scenario.plan(attempt)).orElse(Plan.SUCCESS);
    }

    /** How long that takes. @param usual where the scenario says nothing */
    public LatencyDistribution latency(Subject subject, LatencyDistribution usual) {
        return choose(subject)
                .flatMap(scenario -> Optional.ofNullable(scenario.latency()))
                .map(usual::within)
                .orElse(usual);
    }

    private Optional<Scenario> choose(Subject subject) {
        return Stream.of(
                        new Target(Scope.LINE, subject.orderLineId()),
                        new Target(Scope.OFFER, subject.offerId()),
                        Target.DEFAULT)
                .map(target -> Optional.ofNullable(scenarios.get(new Owned(subject.tenantId(), target))))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
