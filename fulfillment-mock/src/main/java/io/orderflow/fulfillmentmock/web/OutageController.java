package io.orderflow.fulfillmentmock.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orderflow.fulfillmentmock.provider.ProviderOutage;
import io.orderflow.httpapi.json.JsonBodies;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets the provider be out of reach for a while. */
@RestController
@RequestMapping("/fulfillment-outage")
class OutageController {

    private static final int LONGEST_SECONDS = 24 * 60 * 60;

    private final ProviderOutage outage;

    OutageController(ProviderOutage outage) {
        this.outage = outage;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Outage begin(InputStream body) throws IOException {
        int seconds = JsonBodies.read(body, fields -> fields.integer("seconds", 1, LONGEST_SECONDS));
        return new Outage(outage.begin(Duration.ofSeconds(seconds)));
    }

    @DeleteMapping
    Outage end() {
        outage.end();
        return new Outage(null);
    }

    @GetMapping
    Outage current() {
        return new Outage(outage.until().orElse(null));
    }

    /** @param until absent if the provider can be reached */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Outage(@Nullable Instant until) {}
}
