package io.orderflow.fulfillmentmock.replay;

/** Statements that fill the staging tables. The first event that asks for an attempt counts, as it did when it came. */
final class StagingSql {

    static final String ADD_REQUESTS =
            """
            INSERT INTO fulfillment_request_replay (
                run_id, tenant_id, order_id, order_line_id, attempt, idempotency_key, offer_id, action, quantity,
                provider_reference, requested_at, event_id, correlation_id, trace_id, kafka_partition, kafka_offset)
            SELECT :runId, * FROM unnest(
                :tenantIds::text[], :orderIds::text[], :orderLineIds::text[], :attempts::integer[],
                :idempotencyKeys::text[], :offerIds::text[], :actions::text[], :quantities::integer[],
                :providerReferences::text[], :requestedAt::timestamptz[], :eventIds::uuid[], :correlationIds::text[],
                :traceIds::text[], :partitions::integer[], :offsets::bigint[])
            ON CONFLICT DO NOTHING
            """;

    static final String ADD_ANSWERS =
            """
            INSERT INTO fulfillment_answer_replay (
                run_id, tenant_id, order_id, order_line_id, attempt, event_type, aggregate_version)
            SELECT :runId, * FROM unnest(
                :tenantIds::text[], :orderIds::text[], :orderLineIds::text[], :attempts::integer[],
                :eventTypes::text[], :versions::bigint[])
            ON CONFLICT DO NOTHING
            """;

    /** Orders with answers that are still on their way, or were parked on it: nothing is lost there. */
    static final String ANSWERS_UNDER_WAY =
            """
            SELECT partition_key FROM outbox_event WHERE topic = :topic
            UNION
            SELECT partition_key FROM outbox_parked WHERE topic = :topic
            """;

    private StagingSql() {}
}
