package io.orderflow.contractchecks.catalogue;

import java.util.Locale;
import java.util.Optional;

/** The data classifications, from harmless to confidential. */
public enum Sensitivity {
    LOW,
    MEDIUM,
    HIGH;

    /** Reads {@code low}, {@code medium} or {@code high}; empty for anything else. */
    public static Optional<Sensitivity> of(String name) {
        for (Sensitivity sensitivity : values()) {
            if (sensitivity.label().equals(name)) {
                return Optional.of(sensitivity);
            }
        }
        return Optional.empty();
    }

    /** As ownership records and topics write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
