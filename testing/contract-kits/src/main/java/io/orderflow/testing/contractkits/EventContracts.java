package io.orderflow.testing.contractkits;

import io.orderflow.kafkaadapters.catalog.EventCatalog;
import io.orderflow.kafkaadapters.catalog.EventDefinition;
import java.util.List;

/** The catalogue as the kits see it: each event in its newest version, which is the current one. */
record EventContracts(EventCatalog catalog) {

    static EventContracts load() {
        return new EventContracts(EventCatalog.load());
    }

    EventContract of(String eventType) {
        return EventContract.of(catalog.newest(eventType)
                .orElseThrow(() -> new IllegalArgumentException("Not in the catalogue: " + eventType)));
    }

    List<EventContract> all() {
        return catalog.definitions().stream()
                .map(EventDefinition::eventType)
                .distinct()
                .sorted()
                .map(this::of)
                .toList();
    }

    List<EventContract> live() {
        return all().stream().filter(EventContract::isLive).toList();
    }
}
