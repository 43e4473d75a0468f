package io.orderflow.testing.support;

import java.util.Arrays;
import java.util.Locale;

/** What stands behind {@code TestPostgres} and {@code TestKafka}, chosen by {@value #PROPERTY}. */
public enum Infrastructure {

    /** Servers started from binaries on the class path; needs nothing but a JDK. */
    EMBEDDED,

    /** The same servers in containers; needs a Docker engine. */
    CONTAINERS;

    /** System property that names the choice in lower case; absent means embedded. */
    public static final String PROPERTY = "orderflow.test.infrastructure";

    /** The choice of this JVM. A misspelt value is refused: a test run must not quietly use other servers. */
    public static Infrastructure chosen() {
        String value = System.getProperty(PROPERTY, "embedded");
        return Arrays.stream(values())
                .filter(candidate -> candidate.name().toLowerCase(Locale.ROOT).equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s is '%s'; it may be 'embedded' or 'containers'".formatted(PROPERTY, value)));
    }
}
