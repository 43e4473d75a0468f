package io.orderflow.fulfillmentmock.replay;

/** Statements on {@code fulfillment_replay} and its findings. */
final class ReplaySql {

    static final String INTERRUPT_SILENT =
            """
            UPDATE fulfillment_replay SET state = 'INTERRUPTED', ended_at = :now
            WHERE state = 'RUNNING' AND heard_of_at < :silentSince
            """;

    static final String START =
            """
            INSERT INTO fulfillment_replay (id, state, started_at, started_by, heard_of_at)
            VALUES (:id, 'RUNNING', :now, :operator, :now)
            ON CONFLICT DO NOTHING
            """;

    static final String CLEAR_REQUESTS = "DELETE FROM fulfillment_request_replay WHERE run_id <> :id";

    static final String CLEAR_ANSWERS = "DELETE FROM fulfillment_answer_replay WHERE run_id <> :id";

    static final String PROGRESS =
            """
            UPDATE fulfillment_replay
            SET heard_of_at = :now, requests_read = requests_read + :requests, answers_read = answers_read + :answers
            WHERE id = :id AND state = 'RUNNING'
            """;

    static final String END =
            """
            UPDATE fulfillment_replay
            SET state = :state, ended_at = :now, failure = :failure,
                requests_since = :requestsSince, answers_since = :answersSince
            WHERE id = :id AND state = 'RUNNING'
            """;

    static final String ONE =
            """
            SELECT id, state, started_at, started_by, ended_at, failure, requests_read, answers_read, requests_since,
                answers_since
            FROM fulfillment_replay WHERE id = :id
            """;

    /** Staged rows are kept until the next replay begins, so that findings can say what was expected. */
    static final String FINDINGS =
            """
            SELECT finding.*, known.answered_at IS NOT NULL AS answered, staged.idempotency_key, staged.offer_id,
                staged.action, staged.quantity, staged.requested_at, staged.event_id, staged.correlation_id,
                staged.trace_id, staged.kafka_partition, staged.kafka_offset
            FROM fulfillment_replay_finding AS finding
            LEFT JOIN fulfillment_request_replay AS staged
                USING (run_id, tenant_id, order_id, order_line_id, attempt)
            LEFT JOIN fulfillment_request AS known USING (tenant_id, order_id, order_line_id, attempt)
            WHERE run_id = :id
            ORDER BY number
            """;

    static final String REPAIRED =
            """
            UPDATE fulfillment_replay_finding
            SET repaired_at = :now, repaired_by = :operator, repair_reason = :reason, repair_result = :result
            WHERE run_id = :id AND number = :number AND repaired_at IS NULL
            """;

    private ReplaySql() {}
}
