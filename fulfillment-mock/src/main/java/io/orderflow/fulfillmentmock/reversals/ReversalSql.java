package io.orderflow.fulfillmentmock.reversals;

/** Statements on {@code fulfillment_reversal}. */
final class ReversalSql {

    static final String ADD =
            """
            INSERT INTO fulfillment_reversal (
                tenant_id, order_id, order_line_id, attempt, idempotency_key, provider_reference, reversal_reference,
                requested_at, received_at, due_at, event_id, correlation_id, trace_id)
            SELECT * FROM unnest(
                :tenantIds::text[], :orderIds::text[], :orderLineIds::text[], :attempts::integer[],
                :idempotencyKeys::text[], :providerReferences::text[], :reversalReferences::text[],
                :requestedAt::timestamptz[], :receivedAt::timestamptz[], :dueAt::timestamptz[], :eventIds::uuid[],
                :correlationIds::text[], :traceIds::text[])
            ON CONFLICT DO NOTHING
            RETURNING tenant_id, order_id, order_line_id, attempt
            """;

    /** Claims and answers in one statement; rows that another node is answering are skipped. */
    static final String ANSWER_DUE =
            """
            UPDATE fulfillment_reversal
            SET answered_at = :now
            WHERE ctid = ANY (ARRAY(
                SELECT ctid FROM fulfillment_reversal
                WHERE answered_at IS NULL AND due_at <= :now
                ORDER BY due_at
                LIMIT :limit
                FOR UPDATE SKIP LOCKED))
            RETURNING *
            """;

    static final String OF_ORDER =
            """
            SELECT * FROM fulfillment_reversal WHERE tenant_id = :tenantId AND order_id = :orderId
            """;

    private ReversalSql() {}
}
