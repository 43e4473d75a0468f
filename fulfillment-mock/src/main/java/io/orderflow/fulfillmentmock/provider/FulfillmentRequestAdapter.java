package io.orderflow.fulfillmentmock.provider;

import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.kafkaadapters.inbox.InboxHandler;
import io.orderflow.kafkaadapters.inbox.InboxSubscription;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Hears on {@code oms.order.events.v1} which lines are to be fulfilled, and notes each request once. */
@Component
class FulfillmentRequestAdapter implements InboxHandler {

    private static final InboxSubscription SUBSCRIPTION = new InboxSubscription(
            "fulfillment-adapter.order-events.consumer",
            "oms.order.events.v1",
            Map.of("OrderLineFulfillmentRequested", FulfillmentRequested.class));

    private final FulfillmentRequests requests;
    private final FulfillmentSettings settings;
    private final Clock clock;

    FulfillmentRequestAdapter(FulfillmentRequests requests, FulfillmentSettings settings, Clock clock) {
        this.requests = requests;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public InboxSubscription subscription() {
        return SUBSCRIPTION;
    }

    @Override
    public List<HandlingOutcome> handle(List<InboxEvent> events) {
        LatencyDistribution latency = settings.latency();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<FulfillmentRequest> received =
                events.stream().map(event -> request(event, latency, now)).toList();
        Set<FulfillmentRequest.Key> added = requests.add(received);
        // Removing tells the first request from a repetition in the same batch.
        return received.stream()
                .map(request -> added.remove(request.key())
                        ? HandlingOutcome.applied()
                        : HandlingOutcome.ignored("this attempt was requested before"))
                .toList();
    }

    private static FulfillmentRequest request(InboxEvent event, LatencyDistribution latency, Instant now) {
        FulfillmentRequested asked = event.payload(FulfillmentRequested.class);
        return asked.wanted(event.envelope()).received(event.envelope().tenantId(), now, latency);
    }
}
