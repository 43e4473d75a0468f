package io.orderflow.fulfillmentmock.provider;

/** Statements on {@code fulfillment_settings}. */
final class FulfillmentSettingsSql {

    static final String CURRENT = "SELECT min_latency_millis, max_latency_millis, paused FROM fulfillment_settings";

    static final String SET_LATENCY =
            """
            UPDATE fulfillment_settings SET min_latency_millis = :minMillis, max_latency_millis = :maxMillis
            RETURNING min_latency_millis, max_latency_millis, paused
            """;

    static final String SET_PAUSED =
            """
            UPDATE fulfillment_settings SET paused = :paused
            RETURNING min_latency_millis, max_latency_millis, paused
            """;

    /** Held by every transaction that answers, so that a pause can wait for them. A lock of the database costs no write. */
    static final String ENTER_ANSWERING = "SELECT pg_advisory_xact_lock_shared(hashtext('fulfillment_settings'), 0)";

    static final String AWAIT_ANSWERING = "SELECT pg_advisory_xact_lock(hashtext('fulfillment_settings'), 0)";

    static final String SET_OUTAGE = "UPDATE fulfillment_settings SET outage_until = :until";

    static final String OUTAGE =
            """
            SELECT outage_until FROM fulfillment_settings WHERE outage_until > :now
            """;

    private FulfillmentSettingsSql() {}
}
