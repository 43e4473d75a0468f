package io.orderflow.fulfillmentmock.provider;

import io.orderflow.fulfillmentmock.latency.LatencyDistribution;
import io.orderflow.fulfillmentmock.provider.FulfillmentRequest.Key;
import io.orderflow.fulfillmentmock.scenarios.ScenarioSet;
import io.orderflow.fulfillmentmock.scenarios.Scenarios;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes requests in: what is going to happen to each is decided here and never again. Thread safe. */
@Component
public class FulfillmentIntake {

    private final FulfillmentRequests requests;
    private final FulfillmentSettings settings;
    private final Scenarios scenarios;
    private final Clock clock;

    FulfillmentIntake(FulfillmentRequests requests, FulfillmentSettings settings, Scenarios scenarios, Clock clock) {
        this.requests = requests;
        this.settings = settings;
        this.scenarios = scenarios;
        this.clock = clock;
    }

    /** Somebody's wish. */
    public record Wish(String tenantId, RequestedFulfillment wanted) {}

    /**
     * Notes requests in the current transaction.
     *
     * @return for each wish whether it was new; false if its attempt was requested before, also within the list
     */
    public List<Boolean> receive(List<Wish> wishes) {
        if (wishes.isEmpty()) {
            return List.of();
        }
        List<FulfillmentRequest> received = decide(wishes);
        Set<Key> added = requests.add(received);
        // Removing tells the first request from a repetition in the same list.
        return received.stream().map(request -> added.remove(request.key())).toList();
    }

    /** What would be noted for one wish. */
    FulfillmentRequest decide(String tenantId, RequestedFulfillment wanted) {
        return decide(List.of(new Wish(tenantId, wanted))).get(0);
    }

    private List<FulfillmentRequest> decide(List<Wish> wishes) {
        LatencyDistribution usual = settings.latency();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ScenarioSet inForce = scenarios.inForce(wishes.stream()
                .map(wish -> wish.wanted().subject(wish.tenantId()))
                .toList());
        return wishes.stream()
                .map(wish -> wish.wanted().received(wish.tenantId(), now, inForce, usual))
                .toList();
    }
}
