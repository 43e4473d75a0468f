package io.orderflow.fulfillmentmock.web;

import io.orderflow.fulfillmentmock.api.BodyFields;
import io.orderflow.fulfillmentmock.api.FieldProblem;
import io.orderflow.fulfillmentmock.api.JsonBodies;
import io.orderflow.fulfillmentmock.api.Texts;
import io.orderflow.fulfillmentmock.config.ApiUser;
import io.orderflow.fulfillmentmock.provider.FulfillmentRequest;
import io.orderflow.fulfillmentmock.provider.FulfillmentRequests;
import io.orderflow.fulfillmentmock.provider.FulfillmentSettings;
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
    private final FulfillmentSettings settings;

    FulfillmentController(FulfillmentRequests requests, FulfillmentSettings settings) {
        this.requests = requests;
        this.settings = settings;
    }

    @GetMapping("/fulfillment-requests")
    Log requests(@RequestParam String orderId, @AuthenticationPrincipal ApiUser caller) {
        Texts.problemOfIdentifier("orderId", orderId).ifPresent(problem -> {
            throw JsonBodies.refused(List.of(problem));
        });
        return new Log(requests.ofOrder(caller.tenant(), orderId));
    }

    @PutMapping(path = "/fulfillment-latency", consumes = MediaType.APPLICATION_JSON_VALUE)
    FulfillmentSettings.Current latency(InputStream body) throws IOException {
        Latency latency = JsonBodies.read(body, Latency::from);
        if (latency.minMillis() > latency.maxMillis()) {
            throw JsonBodies.refused(
                    List.of(new FieldProblem("maxMillis", "out_of_range", "must not be less than minMillis")));
        }
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

    record Log(List<FulfillmentRequest> items) {}

    record Latency(int minMillis, int maxMillis) {

        static Latency from(BodyFields fields) {
            return new Latency(
                    fields.integer("minMillis", 0, LONGEST_MILLIS), fields.integer("maxMillis", 0, LONGEST_MILLIS));
        }
    }
}
