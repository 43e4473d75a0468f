package io.orderflow.fulfillmentmock.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.fulfillmentmock.latency.LatencyDistribution;
import io.orderflow.fulfillmentmock.latency.LatencyDistribution.Bounds;
import io.orderflow.fulfillmentmock.scenarios.Scenario.Scope;
import io.orderflow.fulfillmentmock.scenarios.Scenario.Target;
import io.orderflow.fulfillmentmock.scenarios.ScenarioSet.Owned;
import io.orderflow.fulfillmentmock.scenarios.ScenarioSet.Subject;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScenarioSetTest {

    private static final String TENANT = "tenant_demo";
    private static final LatencyDistribution USUAL = new LatencyDistribution(7, 50, 400);

    @Test
    void theLineGoesBeforeTheOfferAndThatBeforeTheDefault() {
        ScenarioSet set = set(
                scenario(new Target(Scope.LINE, "line"), Behaviour.FAIL),
                scenario(new Target(Scope.OFFER, "offer"), Behaviour.LOSE),
                scenario(Target.DEFAULT, Behaviour.DUPLICATE));
        assertThat(behaviour(set, TENANT, "line", "offer")).isEqualTo(Behaviour.FAIL);
        assertThat(behaviour(set, TENANT, "other", "offer")).isEqualTo(Behaviour.LOSE);
        assertThat(behaviour(set, TENANT, "other", "other")).isEqualTo(Behaviour.DUPLICATE);
        assertThat(behaviour(set, TENANT, "offer", "line")).isEqualTo(Behaviour.DUPLICATE);
        assertThat(behaviour(set, "tenant_other", "line", "offer")).isEqualTo(Behaviour.SUCCEED);
    }

    @Test
    void failsAsManyAttemptsAsItIsToldAndSaysThatAnotherOneMaySucceed() {
        ScenarioSet set = set(scenario(Target.DEFAULT, Behaviour.FAIL_THEN_SUCCEED));
        Subject subject = new Subject(TENANT, "line", "offer");
        assertThat(set.plan(subject, 1).failure()).isEqualTo(new Plan.Failure("code", "message", true));
        assertThat(set.plan(subject, 2).failure()).isEqualTo(new Plan.Failure("code", "message", true));
        assertThat(set.plan(subject, 3).failure()).isNull();
    }

    @Test
    void failsForGoodWhateverTheAttempt() {
        ScenarioSet set = set(scenario(Target.DEFAULT, Behaviour.FAIL));
        assertThat(set.plan(new Subject(TENANT, "line", "offer"), 1_000).failure())
                .isEqualTo(new Plan.Failure("code", "message", false));
    }

    @ParameterizedTest
    @EnumSource(Behaviour.class)
    void publishesAsManyCopiesAsTheBehaviourSays(Behaviour behaviour) {
        Plan plan = set(scenario(Target.DEFAULT, behaviour)).plan(new Subject(TENANT, "line", "offer"), 1);
        assertThat(plan.behaviour()).isEqualTo(behaviour);
        assertThat(plan.copies())
                .isEqualTo(
                        switch (behaviour) {
                            case LOSE -> 0;
                            case DUPLICATE -> 3;
                            case SUCCEED, FAIL, FAIL_THEN_SUCCEED, REORDER, ANSWER_AFTER_CANCEL, GARBAGE -> 1;
                        });
    }

    @Test
    void takesTheTimeOfTheScenarioFromTheSameSeed() {
        ScenarioSet set = set(scenario(Target.DEFAULT, Behaviour.SUCCEED, new Bounds(1_000, 2_000)));
        Subject subject = new Subject(TENANT, "line", "offer");
        assertThat(set.latency(subject, USUAL)).isEqualTo(new LatencyDistribution(7, 1_000, 2_000));
        assertThat(set.latency(new Subject("tenant_other", "line", "offer"), USUAL))
                .isEqualTo(USUAL);
    }

    private static Behaviour behaviour(ScenarioSet set, String tenantId, String lineId, String offerId) {
        return set.plan(new Subject(tenantId, lineId, offerId), 1).behaviour();
    }

    private static ScenarioSet set(Scenario... scenarios) {
        return new ScenarioSet(Arrays.stream(scenarios)
                .collect(Collectors.toMap(scenario -> new Owned(TENANT, scenario.target()), Function.identity())));
    }

    private static Scenario scenario(Target target, Behaviour behaviour) {
        return scenario(target, behaviour, null);
    }

    private static Scenario scenario(Target target, Behaviour behaviour, @Nullable Bounds latency) {
        return new Scenario(target, behaviour, 2, 3, "code", "message", latency);
    }
}
