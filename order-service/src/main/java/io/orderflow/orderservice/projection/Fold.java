package io.orderflow.orderservice.projection;

import org.jspecify.annotations.Nullable;

/** The one way in which a fact changes a row, for events as they come and for events that are replayed. */
public sealed interface Fold {

    /** The fact was the next one. */
    record Applied(ProjectedOrder order) implements Fold {}

    /** The row knows of it already. */
    record Stale() implements Fold {}

    /** An earlier fact is missing. */
    record Early() implements Fold {}

    static Fold of(@Nullable ProjectedOrder before, OrderFact fact) {
        long reached = before == null ? 0 : before.version();
        if (fact.version() <= reached) {
            return new Stale();
        }
        ProjectedOrder after = fact.version() == reached + 1 ? fact.change().apply(fact.key(), before) : null;
        return after == null ? new Early() : new Applied(after.reached(fact.version(), fact.at()));
    }
}
