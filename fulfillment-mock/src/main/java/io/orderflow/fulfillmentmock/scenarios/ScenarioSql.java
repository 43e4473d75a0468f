package io.orderflow.fulfillmentmock.scenarios;

/** Statements on {@code fulfillment_scenario}. */
final class ScenarioSql {

    static final String PUT =
            """
            INSERT INTO fulfillment_scenario (
                tenant_id, scope, target, behaviour, failures, copies, error_code, error_message, min_latency_millis,
                max_latency_millis)
            VALUES (
                :tenantId, :scope, :target, :behaviour, :failures, :copies, :errorCode, :errorMessage,
                :minLatencyMillis, :maxLatencyMillis)
            ON CONFLICT (tenant_id, scope, target) DO UPDATE
            SET behaviour = excluded.behaviour, failures = excluded.failures, copies = excluded.copies,
                error_code = excluded.error_code, error_message = excluded.error_message,
                min_latency_millis = excluded.min_latency_millis, max_latency_millis = excluded.max_latency_millis
            """;

    static final String OF_TENANT =
            """
            SELECT * FROM fulfillment_scenario WHERE tenant_id = :tenantId ORDER BY scope, target
            """;

    /** Of a test with a scenario for each of thousands of lines, only those are read that somebody asks about. */
    static final String IN_FORCE =
            """
            SELECT * FROM fulfillment_scenario
            WHERE tenant_id = ANY (:tenantIds::text[]) AND target = ANY (:targets::text[])
            """;

    static final String REMOVE =
            """
            DELETE FROM fulfillment_scenario WHERE tenant_id = :tenantId AND scope = :scope AND target = :target
            """;

    static final String CLEAR = "DELETE FROM fulfillment_scenario WHERE tenant_id = :tenantId";

    private ScenarioSql() {}
}
