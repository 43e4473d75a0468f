package io.orderflow.fulfillmentmock.replay;

/** The statement that compares. */
final class DifferenceSql {

    /**
     * Compared is what was there when the replay began. An event that the live consumer has not come to yet is not missing,
     * and a version is handed to lost answers in the order of lines, as it was when they were lost.
     */
    static final String FIND =
            """
            WITH handled AS (
                SELECT kafka_partition, max(kafka_offset) AS last_offset FROM inbox_event
                WHERE consumer = :liveGroup AND topic = :requestTopic
                GROUP BY kafka_partition),
            staged AS (SELECT * FROM fulfillment_request_replay WHERE run_id = :runId),
            arrived AS (SELECT * FROM fulfillment_answer_replay WHERE run_id = :runId),
            lost AS (
                SELECT tenant_id, order_id, order_line_id, attempt, answered_at, row_number() OVER (
                    PARTITION BY tenant_id, order_id ORDER BY answered_at, length(order_line_id), order_line_id) AS place
                FROM fulfillment_request AS known
                JOIN staged USING (tenant_id, order_id, order_line_id, attempt)
                WHERE answered_at < :startedAt AND answered_at >= :answersSince AND NOT order_id = ANY (:underWay::text[])
                    AND NOT EXISTS (
                        SELECT FROM arrived WHERE arrived.tenant_id = known.tenant_id
                            AND arrived.order_id = known.order_id AND arrived.order_line_id = known.order_line_id
                            AND arrived.attempt = known.attempt AND arrived.event_type <> 'FulfillmentReversed')),
            gaps AS (
                SELECT counted.tenant_id, counted.aggregate_id AS order_id, candidate AS missing,
                    row_number() OVER (PARTITION BY counted.tenant_id, counted.aggregate_id ORDER BY candidate) AS place
                FROM outbox_aggregate_version AS counted
                CROSS JOIN LATERAL generate_series(1, counted.version) AS series (candidate)
                WHERE counted.aggregate_type = 'Fulfillment' AND :answersWhole
                    AND EXISTS (
                        SELECT FROM lost WHERE lost.tenant_id = counted.tenant_id AND lost.order_id = counted.aggregate_id)
                    AND NOT EXISTS (
                        SELECT FROM arrived WHERE arrived.tenant_id = counted.tenant_id
                            AND arrived.order_id = counted.aggregate_id AND arrived.aggregate_version = candidate)),
            findings AS (
                SELECT 'MISSING' AS kind, tenant_id, order_id, order_line_id, attempt,
                    'requested by event ' || event_id || ', unknown to the provider' AS detail,
                    NULL::bigint AS aggregate_version
                FROM staged JOIN handled USING (kafka_partition)
                WHERE kafka_offset <= last_offset
                    AND NOT EXISTS (
                        SELECT FROM fulfillment_request AS known WHERE known.tenant_id = staged.tenant_id
                            AND known.order_id = staged.order_id AND known.order_line_id = staged.order_line_id
                            AND known.attempt = staged.attempt)
                UNION ALL
                SELECT 'DIFFERENT', tenant_id, order_id, order_line_id, attempt,
                    concat_ws('; ',
                        CASE WHEN known.idempotency_key <> staged.idempotency_key THEN 'idempotency key is '
                            || known.idempotency_key || ' instead of ' || staged.idempotency_key END,
                        CASE WHEN known.offer_id <> staged.offer_id THEN 'offer is '
                            || known.offer_id || ' instead of ' || staged.offer_id END,
                        CASE WHEN known.action <> staged.action THEN 'action is '
                            || known.action || ' instead of ' || staged.action END,
                        CASE WHEN known.quantity <> staged.quantity THEN 'quantity is '
                            || known.quantity || ' instead of ' || staged.quantity END,
                        CASE WHEN known.provider_reference <> staged.provider_reference THEN 'provider reference is '
                            || known.provider_reference || ' instead of ' || staged.provider_reference END),
                    NULL
                FROM staged JOIN fulfillment_request AS known USING (tenant_id, order_id, order_line_id, attempt)
                WHERE (known.idempotency_key, known.offer_id, known.action, known.quantity, known.provider_reference)
                    IS DISTINCT FROM
                    (staged.idempotency_key, staged.offer_id, staged.action, staged.quantity, staged.provider_reference)
                UNION ALL
                SELECT 'ORPHAN', tenant_id, order_id, order_line_id, attempt,
                    'no event asked for it' || CASE WHEN answered_at IS NULL THEN '' ELSE ', and it was answered' END, NULL
                FROM fulfillment_request AS known
                WHERE received_at < :startedAt AND received_at >= :requestsSince
                    AND NOT EXISTS (
                        SELECT FROM staged WHERE staged.tenant_id = known.tenant_id
                            AND staged.order_id = known.order_id AND staged.order_line_id = known.order_line_id
                            AND staged.attempt = known.attempt)
                UNION ALL
                SELECT 'UNANSWERED', tenant_id, order_id, order_line_id, attempt,
                    'answered at ' || to_char(answered_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                        || ', and no answer arrived', missing
                FROM lost LEFT JOIN gaps USING (tenant_id, order_id, place))
            INSERT INTO fulfillment_replay_finding (
                run_id, number, kind, tenant_id, order_id, order_line_id, attempt, detail, aggregate_version)
            SELECT :runId, row_number() OVER (
                    ORDER BY tenant_id, order_id, length(order_line_id), order_line_id, attempt, kind),
                kind, tenant_id, order_id, order_line_id, attempt, detail, aggregate_version
            FROM findings
            """;

    private DifferenceSql() {}
}
