package io.orderflow.cli.topics.plan;

import java.util.Locale;

/** The columns of contracts/topics.yaml. */
public enum Environment {
    LOCAL,
    PRODUCTION;

    /** As the file spells it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
