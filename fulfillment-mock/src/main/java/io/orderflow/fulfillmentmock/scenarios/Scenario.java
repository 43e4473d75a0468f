package io.orderflow.fulfillmentmock.scenarios;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.orderflow.fulfillmentmock.latency.LatencyDistribution.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * What the provider is to do about requests of one line, of one offer, or of a whole tenant.
 *
 * @param failures how many attempts fail before one succeeds
 * @param copies how often an answer is published if it is doubled
 * @param latency null takes the provider's own
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Scenario(
        @JsonIgnore Target target,
        Behaviour behaviour,
        int failures,
        int copies,
        String errorCode,
        String errorMessage,
        @JsonIgnore @Nullable Bounds latency) {

    /** What a scenario is about; a line's goes before its offer's, and that before the tenant's default. */
    public enum Scope {
        LINE,
        OFFER,
        DEFAULT
    }

    /** @param name of the line or offer; empty for the default */
    public record Target(Scope scope, String name) {

        /** For every request that nothing else is said about. */
        public static final Target DEFAULT = new Target(Scope.DEFAULT, "");

        private @Nullable String nameIf(Scope wanted) {
            return scope == wanted ? name : null;
        }
    }

    /** What this means for an attempt, counted from 1. */
    Plan plan(int attempt) {
        return switch (behaviour) {
            case SUCCEED, REORDER, ANSWER_AFTER_CANCEL, GARBAGE -> new Plan(behaviour, 1, null);
            case DUPLICATE -> new Plan(behaviour, copies, null);
            case LOSE -> new Plan(behaviour, 0, null);
            case FAIL -> new Plan(behaviour, 1, new Plan.Failure(errorCode, errorMessage, false));
            case FAIL_THEN_SUCCEED ->
                new Plan(behaviour, 1, attempt <= failures ? new Plan.Failure(errorCode, errorMessage, true) : null);
        };
    }

    @JsonProperty
    @Nullable
    String orderLineId() {
        return target.nameIf(Scope.LINE);
    }

    @JsonProperty
    @Nullable
    String offerId() {
        return target.nameIf(Scope.OFFER);
    }

    @JsonProperty
    @Nullable
    Integer minLatencyMillis() {
        return latency == null ? null : latency.minMillis();
    }

    @JsonProperty
    @Nullable
    Integer maxLatencyMillis() {
        return latency == null ? null : latency.maxMillis();
    }
}
