package io.orderflow.fulfillmentmock.intake;

import io.orderflow.fulfillmentmock.provider.FulfillmentIntake;
import io.orderflow.fulfillmentmock.provider.FulfillmentIntake.Wish;
import io.orderflow.fulfillmentmock.provider.FulfillmentRequested;
import io.orderflow.fulfillmentmock.provider.ProviderOutage;
import io.orderflow.fulfillmentmock.reversals.ReversalIntake;
import io.orderflow.fulfillmentmock.reversals.ReversalRequested;
import io.orderflow.kafkaadapters.failure.FailureClass;
import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.kafkaadapters.inbox.InboxHandler;
import io.orderflow.kafkaadapters.inbox.InboxSubscription;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Hears on {@code oms.order.events.v1} which lines are to be fulfilled or undone, and notes each request once. */
@Component
class OrderEventsAdapter implements InboxHandler {

    private static final InboxSubscription SUBSCRIPTION = new InboxSubscription(
            "fulfillment-adapter.order-events.consumer",
            "oms.order.events.v1",
            Map.of(
                    "OrderLineFulfillmentRequested", FulfillmentRequested.class,
                    "OrderLineReversalRequested", ReversalRequested.class));

    private final FulfillmentIntake requests;
    private final ReversalIntake reversals;
    private final ProviderOutage outage;

    OrderEventsAdapter(FulfillmentIntake requests, ReversalIntake reversals, ProviderOutage outage) {
        this.requests = requests;
        this.reversals = reversals;
        this.outage = outage;
    }

    @Override
    public InboxSubscription subscription() {
        return SUBSCRIPTION;
    }

    /** All requests go before all reversals: what is undone in the same batch must have arrived. */
    @Override
    public List<HandlingOutcome> handle(List<InboxEvent> events) {
        Optional<Instant> down = outage.until();
        if (down.isPresent()) {
            HandlingOutcome unreachable = HandlingOutcome.failed(
                    FailureClass.DEPENDENCY_OUTAGE,
                    "provider_unreachable",
                    "the provider takes no requests until " + down.get());
            return events.stream().map(event -> unreachable).toList();
        }
        Iterator<Boolean> requested = requests.receive(events.stream()
                        .filter(isAbout(FulfillmentRequested.class))
                        .map(event -> new Wish(
                                event.envelope().tenantId(),
                                event.payload(FulfillmentRequested.class).wanted(event.envelope())))
                        .toList())
                .iterator();
        Iterator<Boolean> undone = reversals
                .receive(events.stream()
                        .filter(isAbout(ReversalRequested.class))
                        .map(event -> event.payload(ReversalRequested.class).wanted(event.envelope()))
                        .toList())
                .iterator();
        return events.stream()
                .map(event -> isAbout(FulfillmentRequested.class).test(event)
                        ? outcome(requested.next(), "this attempt was requested before")
                        : outcome(undone.next(), "the reversal of this attempt was requested before"))
                .toList();
    }

    private static HandlingOutcome outcome(boolean isNew, String otherwise) {
        return isNew ? HandlingOutcome.applied() : HandlingOutcome.ignored(otherwise);
    }

    private static Predicate<InboxEvent> isAbout(Class<?> payload) {
        return event -> payload.isInstance(event.envelope().payload());
    }
}
