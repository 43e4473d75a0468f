package io.orderflow.fulfillmentmock.web;

import io.orderflow.fulfillmentmock.provider.FulfillmentRequests;
import io.orderflow.fulfillmentmock.provider.FulfillmentSettings;
import io.orderflow.fulfillmentmock.reversals.Reversals;
import io.orderflow.httpapi.json.FieldErrors;
import io.orderflow.httpapi.json.JsonBodies;
import io.orderflow.httpapi.json.JsonFields;
import io.orderflow.httpapi.json.Texts;
import io.orderflow.httpapi.users.ApiUser;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The provider from outside: its log, its speed, and a way to hold its answers back. */
@RestController
class FulfillmentController {

    private static final int LONGEST_MILLIS = 24 * 60 * 60 * 1000;

    private final FulfillmentRequests requests;
    private final Reversals reversals;
    private final FulfillmentSettings settings;

    FulfillmentController(FulfillmentRequests requests, Reversals reversals, FulfillmentSettings settings) {
        this.requests = requests;
        this.reversals = reversals;
        this.settings = settings;
    }

    @GetMapping("/fulfillment-requests")
    Log requests(@RequestParam(defaultValue = "") String orderId, @AuthenticationPrincipal ApiUser caller) {
        FieldErrors errors = new FieldErrors();
        Texts.problemOfIdentifier("orderId", orderId).ifPresent(errors::add);
        errors.throwIfAny();
        return new Log(LoggedRequest.of(
                requests.ofOrder(caller.tenantId(), orderId), reversals.ofOrder(caller.tenantId(), orderId)));
    }

    @PutMapping(path = "/fulfillment-latency", consumes = MediaType.APPLICATION_JSON_VALUE)
    FulfillmentSettings.Current latency(InputStream body) throws IOException {
        Latency latency = JsonBodies.read(body, Latency::from);
        return settings.changeLatency(latency.minMillis(), latency.maxMillis());
    }

    @PostMapping("/fulfillment-pause")
    FulfillmentSettings.Current pause() {
        return settings.pause();
    }

    @PostMapping("/fulfillment-resume")
    FulfillmentSettings.Current resume() {
        return settings.resume();
    }

    record Log(List<LoggedRequest> items) {}

    record Latency(int minMillis, int maxMillis) {

        static Latency from(JsonFields fields) {
            int minMillis = fields.integer("minMillis", 0, LONGEST_MILLIS);
            return new Latency(minMillis, fields.integer("maxMillis", minMillis, LONGEST_MILLIS));
        }
    }
}
