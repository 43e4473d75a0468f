package io.orderflow.fulfillmentmock.approvals;

/** Statements on {@code approval_policy}, {@code approval_case} and {@code approval_decision}. */
final class ApprovalSql {

    static final String POLICY =
            """
            SELECT behaviour, decline_above, min_latency_millis, max_latency_millis FROM approval_policy
            WHERE tenant_id = :tenantId
            """;

    static final String SET_POLICY =
            """
            INSERT INTO approval_policy (tenant_id, behaviour, decline_above, min_latency_millis, max_latency_millis)
            VALUES (:tenantId, :behaviour, :declineAbove, :minLatencyMillis, :maxLatencyMillis)
            ON CONFLICT (tenant_id) DO UPDATE
            SET behaviour = excluded.behaviour, decline_above = excluded.decline_above,
                min_latency_millis = excluded.min_latency_millis, max_latency_millis = excluded.max_latency_millis
            """;

    static final String OPEN =
            """
            INSERT INTO approval_case (
                tenant_id, order_id, approval_id, requested_at, currency, one_time_total, recurring_total,
                policy_reference, received_at, due_at, planned_decision, planned_approver, planned_reason,
                planned_reason_code, event_id, correlation_id, trace_id)
            VALUES (
                :tenantId, :orderId, :approvalId, :requestedAt, :currency, :oneTimeTotal, :recurringTotal,
                :policyReference, :receivedAt, :dueAt, :verdict, :approver, :reason, :reasonCode, :eventId,
                :correlationId, :traceId)
            ON CONFLICT DO NOTHING
            """;

    static final String ONE =
            """
            SELECT * FROM approval_case WHERE tenant_id = :tenantId AND order_id = :orderId
            """;

    static final String LOCK =
            """
            SELECT * FROM approval_case WHERE tenant_id = :tenantId AND order_id = :orderId FOR UPDATE
            """;

    /** Claims in one statement; cases that another node is deciding, or somebody by hand, are skipped. */
    static final String CLAIM_DUE =
            """
            SELECT * FROM approval_case
            WHERE decided_at IS NULL AND due_at <= :now
            ORDER BY due_at
            LIMIT :limit
            FOR UPDATE SKIP LOCKED
            """;

    static final String DECIDED =
            """
            UPDATE approval_case SET decided_at = coalesce(decided_at, :now)
            WHERE tenant_id = :tenantId AND order_id = :orderId
            """;

    /** Numbered without a race, because whoever decides has locked the case. */
    static final String ADD_DECISION =
            """
            INSERT INTO approval_decision (
                tenant_id, order_id, number, decision, approver, reason, reason_code, decided_at)
            SELECT :tenantId, :orderId, 1 + count(*), :verdict, :approver, :reason, :reasonCode, :now
            FROM approval_decision WHERE tenant_id = :tenantId AND order_id = :orderId
            """;

    static final String DECISIONS =
            """
            SELECT number, decision, approver, reason, decided_at FROM approval_decision
            WHERE tenant_id = :tenantId AND order_id = :orderId
            ORDER BY number
            """;

    private ApprovalSql() {}
}
