package io.orderflow.contractchecks.catalogue;

import java.util.Locale;
import java.util.Optional;

/** Where an event stands between an idea and its removal. */
public enum Lifecycle {
    /** Agreed on; nobody publishes it yet. */
    PLANNED,
    /** Published. */
    LIVE,
    /** Still published, with a date after which it no longer is. */
    DEPRECATED;

    /** Reads {@code planned}, {@code live} or {@code deprecated}; empty for anything else. */
    public static Optional<Lifecycle> of(String name) {
        for (Lifecycle lifecycle : values()) {
            if (lifecycle.label().equals(name)) {
                return Optional.of(lifecycle);
            }
        }
        return Optional.empty();
    }

    /** As ownership records write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
