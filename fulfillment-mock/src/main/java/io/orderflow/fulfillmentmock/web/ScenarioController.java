package io.orderflow.fulfillmentmock.web;

import io.orderflow.fulfillmentmock.scenarios.Scenario;
import io.orderflow.fulfillmentmock.scenarios.Scenario.Scope;
import io.orderflow.fulfillmentmock.scenarios.Scenario.Target;
import io.orderflow.fulfillmentmock.scenarios.Scenarios;
import io.orderflow.httpapi.json.FieldErrors;
import io.orderflow.httpapi.json.JsonBodies;
import io.orderflow.httpapi.json.QueryParameters;
import io.orderflow.httpapi.users.ApiUser;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the provider is told to do to requests that arrive from now on. */
@RestController
@RequestMapping("/fulfillment-scenarios")
class ScenarioController {

    private final Scenarios scenarios;

    ScenarioController(Scenarios scenarios) {
        this.scenarios = scenarios;
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Scenario put(InputStream body, @AuthenticationPrincipal ApiUser caller) throws IOException {
        Scenario scenario = JsonBodies.read(body, ScenarioBody::scenario);
        scenarios.put(caller.tenantId(), scenario);
        return scenario;
    }

    @GetMapping
    All list(@AuthenticationPrincipal ApiUser caller) {
        return new All(scenarios.ofTenant(caller.tenantId()));
    }

    /** Of one line, of one offer, or all that the tenant has. */
    @DeleteMapping
    Removed remove(HttpServletRequest request, @AuthenticationPrincipal ApiUser caller) {
        FieldErrors errors = new FieldErrors();
        QueryParameters parameters = new QueryParameters(request, Set.of("orderLineId", "offerId"), errors);
        String orderLineId = parameters.text("orderLineId");
        String offerId = parameters.text("offerId");
        ScenarioBody.checkOneTarget(orderLineId, offerId, "offerId", errors);
        parameters.throwIfWrong();
        Target target = ScenarioBody.target(orderLineId, offerId);
        return new Removed(
                target.scope() == Scope.DEFAULT
                        ? scenarios.clear(caller.tenantId())
                        : scenarios.remove(caller.tenantId(), target));
    }

    record All(List<Scenario> items) {}

    record Removed(int removed) {}
}
