package io.orderflow.fulfillmentmock.provider;

/** Statements on {@code fulfillment_request}. */
final class FulfillmentRequestSql {

    /** What comes after its own reversal, out of a dead letter for instance, is withdrawn before it begins. */
    static final String ADD =
            """
            INSERT INTO fulfillment_request (
                tenant_id, order_id, order_line_id, attempt, idempotency_key, offer_id, action, quantity,
                provider_reference, behaviour, planned_copies, error_code, error_message, retryable, requested_at,
                received_at, due_at, event_id, correlation_id, trace_id, withdrawn_at)
            SELECT request.*, (
                SELECT request.received_at FROM fulfillment_reversal AS undone
                WHERE undone.tenant_id = request.tenant_id AND undone.order_id = request.order_id
                    AND undone.order_line_id = request.order_line_id AND undone.attempt = request.attempt)
            FROM unnest(
                :tenantIds::text[], :orderIds::text[], :orderLineIds::text[], :attempts::integer[],
                :idempotencyKeys::text[], :offerIds::text[], :actions::text[], :quantities::integer[],
                :providerReferences::text[], :behaviours::text[], :plannedCopies::integer[], :errorCodes::text[],
                :errorMessages::text[], :retryables::boolean[], :requestedAt::timestamptz[],
                :receivedAt::timestamptz[], :dueAt::timestamptz[], :eventIds::uuid[], :correlationIds::text[],
                :traceIds::text[])
                AS request (
                    tenant_id, order_id, order_line_id, attempt, idempotency_key, offer_id, action, quantity,
                    provider_reference, behaviour, planned_copies, error_code, error_message, retryable, requested_at,
                    received_at, due_at, event_id, correlation_id, trace_id)
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
            SET answered_at = :now, copies = planned_copies
            WHERE ctid = ANY (ARRAY(
                SELECT ctid FROM fulfillment_request
                WHERE answered_at IS NULL AND withdrawn_at IS NULL AND behaviour <> 'REORDER' AND due_at <= :now
                ORDER BY due_at
                LIMIT :limit
                FOR UPDATE SKIP LOCKED))
            RETURNING *
            """;

    /**
     * Claims orders by the request that is due last, and answers all that wait with it. Who has that one has the order: a
     * node that comes second skips it, so that no two nodes share out what has to come in one piece.
     */
    static final String ANSWER_REORDERED =
            """
            WITH ripe AS MATERIALIZED (
                SELECT tenant_id, order_id FROM fulfillment_request AS last
                WHERE answered_at IS NULL AND withdrawn_at IS NULL AND behaviour = 'REORDER' AND due_at <= :now
                    AND NOT EXISTS (
                        SELECT FROM fulfillment_request AS later
                        WHERE later.answered_at IS NULL AND later.withdrawn_at IS NULL
                            AND later.behaviour = 'REORDER'
                            AND later.tenant_id = last.tenant_id AND later.order_id = last.order_id
                            AND (later.due_at, later.order_line_id, later.attempt)
                                > (last.due_at, last.order_line_id, last.attempt))
                LIMIT :limit
                FOR UPDATE SKIP LOCKED)
            UPDATE fulfillment_request AS request
            SET answered_at = :now, copies = planned_copies
            FROM ripe
            WHERE request.tenant_id = ripe.tenant_id AND request.order_id = ripe.order_id
                AND answered_at IS NULL AND withdrawn_at IS NULL AND behaviour = 'REORDER' AND due_at <= :now
            RETURNING request.*
            """;

    /** What is held until it is undone, which is now. */
    static final String ANSWER_HELD =
            """
            UPDATE fulfillment_request AS request
            SET answered_at = :now, due_at = :now, copies = planned_copies
            FROM unnest(
                :tenantIds::text[], :orderIds::text[], :orderLineIds::text[], :attempts::integer[])
                AS undone (tenant_id, order_id, order_line_id, attempt)
            WHERE request.tenant_id = undone.tenant_id AND request.order_id = undone.order_id
                AND request.order_line_id = undone.order_line_id AND request.attempt = undone.attempt
                AND behaviour = 'ANSWER_AFTER_CANCEL' AND answered_at IS NULL AND withdrawn_at IS NULL
            RETURNING request.*
            """;

    static final String WITHDRAW_UNDONE =
            """
            UPDATE fulfillment_request AS request
            SET withdrawn_at = :now
            FROM unnest(
                :tenantIds::text[], :orderIds::text[], :orderLineIds::text[], :attempts::integer[])
                AS undone (tenant_id, order_id, order_line_id, attempt)
            WHERE request.tenant_id = undone.tenant_id AND request.order_id = undone.order_id
                AND request.order_line_id = undone.order_line_id AND request.attempt = undone.attempt
                AND behaviour <> 'ANSWER_AFTER_CANCEL' AND answered_at IS NULL AND withdrawn_at IS NULL
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

    /** What was withdrawn by a reversal stays, as the log of it. */
    static final String WITHDRAW =
            """
            DELETE FROM fulfillment_request
            WHERE tenant_id = :tenantId AND order_id = :orderId AND order_line_id = :orderLineId AND attempt = :attempt
                AND answered_at IS NULL AND withdrawn_at IS NULL
            """;

    static final String COUNT_COPY =
            """
            UPDATE fulfillment_request SET copies = copies + 1
            WHERE tenant_id = :tenantId AND order_id = :orderId AND order_line_id = :orderLineId AND attempt = :attempt
            """;

    private FulfillmentRequestSql() {}
}
