package io.orderflow.messagecorrelation.camunda.binding;

import io.orderflow.messagecorrelation.binding.EventCatalogue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Some events of orders, which are read, and one of quotes, which is not. */
final class SampleCatalogue implements EventCatalogue {

    private static final Map<String, CataloguedEvent> EVENTS = Map.of(
            "OrderCaptured", order("customerId"),
            "OrderRejected", order("reason"),
            "OrderCompleted", order("completedAt"),
            "LineFailed", order("orderLineId", "attempt", "line.offerId"),
            "QuoteAccepted", new CataloguedEvent("quotes", false, Set.of("quoteId")));

    @Override
    public Optional<CataloguedEvent> find(String eventType) {
        return Optional.ofNullable(EVENTS.get(eventType));
    }

    @Override
    public List<String> consumedTypes() {
        return EVENTS.keySet().stream()
                .filter(type -> EVENTS.get(type).consumed())
                .sorted()
                .toList();
    }

    private static CataloguedEvent order(String... fields) {
        return new CataloguedEvent("orders", true, Set.of(fields));
    }
}
