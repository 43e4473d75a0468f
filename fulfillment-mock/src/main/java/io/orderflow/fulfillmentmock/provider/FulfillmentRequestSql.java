package io.orderflow.fulfillmentmock.provider;

/** Statements on {@code fulfillment_request}. */
final class FulfillmentRequestSql {

    static final String ADD =
            """
            INSERT INTO fulfillment_request (
                tenant_id, order_id, order_line_id, attempt, idempotency_key, offer_id, action, quantity,
                provider_reference, requested_at, received_at, due_at, event_id, correlation_id, trace_id)
            SELECT tenant_id, order_id, order_line_id, attempt, idempotency_key, offer_id, action, quantity,
                provider_reference, requested_at, received_at, due_at, event_id, correlation_id, trace_id
            FROM unnest(
                :tenantIds::text[], :orderIds::text[], :orderLineIds::text[], :attempts::integer[],
                :idempotencyKeys::text[], :offerIds::text[], :actions::text[], :quantities::integer[],
                :providerReferences::text[], :requestedAt::timestamptz[], :receivedAt::timestamptz[],
                :dueAt::timestamptz[], :eventIds::uuid[], :correlationIds::text[], :traceIds::text[])
                AS request (
                    tenant_id, order_id, order_line_id, attempt, idempotency_key, offer_id, action, quantity,
                    provider_reference, requested_at, received_at, due_at, event_id, correlation_id, trace_id)
            ON CONFLICT DO NOTHING
            RETURNING tenant_id, order_id, order_line_id, attempt
            """;

    /**
     * Claims and answers in one statement. Rows that another node is answering are skipped. By row address, because the
     * table fills faster than statistics follow and no other plan stays good.
     */
    static final String ANSWER_DUE =
            """
            UPDATE fulfillment_request
            SET answered_at = :now
            WHERE ctid = ANY (ARRAY(
                SELECT ctid FROM fulfillment_request
                WHERE answered_at IS NULL AND due_at <= :now
                ORDER BY due_at
                LIMIT :limit
                FOR UPDATE SKIP LOCKED))
            RETURNING *
            """;

    static final String OF_ORDER =
            """
            SELECT * FROM fulfillment_request
            WHERE tenant_id = :tenantId AND order_id = :orderId
            """;

    static final String ONE =
            """
            SELECT * FROM fulfillment_request
            WHERE tenant_id = :tenantId AND order_id = :orderId AND order_line_id = :orderLineId AND attempt = :attempt
            FOR UPDATE
            """;

    static final String CORRECT =
            """
            UPDATE fulfillment_request
            SET idempotency_key = :idempotencyKey, offer_id = :offerId, action = :action, quantity = :quantity,
                provider_reference = :providerReference, requested_at = :requestedAt, event_id = :eventId,
                correlation_id = :correlationId, trace_id = :traceId
            WHERE tenant_id = :tenantId AND order_id = :orderId AND order_line_id = :orderLineId AND attempt = :attempt
            """;

    static final String WITHDRAW =
            """
            DELETE FROM fulfillment_request
            WHERE tenant_id = :tenantId AND order_id = :orderId AND order_line_id = :orderLineId AND attempt = :attempt
                AND answered_at IS NULL
            """;

    private FulfillmentRequestSql() {}
}
