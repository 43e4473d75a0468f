package io.orderflow.cli.demo;

import io.orderflow.cli.show.Sightings;
import java.util.Map;
import java.util.Set;

/** What topics could have told. */
final class Seen {

    private Seen() {}

    static Sightings nothing() {
        return new Sightings(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Set.of(), Map.of());
    }

    /** One order that approvers declined. */
    static Sightings cancelled(String orderId, String reason) {
        return new Sightings(1, 0, 1, 0, 0, 0, 0, 0, 0, 0, Set.of(orderId), Map.of(orderId, reason));
    }
}
