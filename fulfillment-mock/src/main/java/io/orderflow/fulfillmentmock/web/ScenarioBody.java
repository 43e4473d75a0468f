package io.orderflow.fulfillmentmock.web;

import io.orderflow.fulfillmentmock.latency.LatencyFields;
import io.orderflow.fulfillmentmock.scenarios.Behaviour;
import io.orderflow.fulfillmentmock.scenarios.Scenario;
import io.orderflow.fulfillmentmock.scenarios.Scenario.Scope;
import io.orderflow.fulfillmentmock.scenarios.Scenario.Target;
import io.orderflow.httpapi.json.FieldErrors;
import io.orderflow.httpapi.json.JsonFields;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a scenario as a caller puts it. */
final class ScenarioBody {

    private static final int MOST_FAILURES = 1_000;
    private static final int MOST_COPIES = 10;

    /** As in the contract of FulfillmentFailed. */
    private static final Pattern ERROR_CODE = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    private ScenarioBody() {}

    static Scenario scenario(JsonFields fields) {
        String orderLineId = fields.optionalIdentifier("orderLineId");
        String offerId = fields.optionalIdentifier("offerId");
        FieldErrors errors = fields.errors();
        checkOneTarget(orderLineId, offerId, fields.at("offerId"), errors);
        String errorCode =
                fields.optionalMatching("errorCode", ERROR_CODE, "Must be lower snake case such as \"out_of_stock\".");
        return new Scenario(
                target(orderLineId, offerId),
                fields.oneOf("behaviour", Behaviour.class),
                fields.optionalInteger("failures", 1, MOST_FAILURES, 1),
                fields.optionalInteger("copies", 2, MOST_COPIES, 2),
                errorCode == null ? "provider_failure" : errorCode,
                fields.isGiven("errorMessage")
                        ? fields.requiredText("errorMessage")
                        : "The provider cannot fulfil the line",
                LatencyFields.read(fields));
    }

    static Target target(@Nullable String orderLineId, @Nullable String offerId) {
        if (orderLineId != null) {
            return new Target(Scope.LINE, orderLineId);
        }
        return offerId == null ? Target.DEFAULT : new Target(Scope.OFFER, offerId);
    }

    /** @param at what to blame */
    static void checkOneTarget(@Nullable String orderLineId, @Nullable String offerId, String at, FieldErrors errors) {
        if (orderLineId != null && offerId != null) {
            errors.add(at, "ambiguous_target", "A scenario is for a line or for an offer, not for both.");
        }
    }
}
