package io.orderflow.fulfillmentmock.quotes;

/** Statements on {@code quote_acceptance}. */
final class QuoteAcceptanceSql {

    /** Of two callers at once the second waits here until the first has committed, and then finds its row. */
    static final String ADD =
            """
            INSERT INTO quote_acceptance (
                tenant_id, quote_id, request_hash, accepted_at, one_time_total, commercial_snapshot_hash)
            VALUES (:tenantId, :quoteId, :requestHash, :acceptedAt, :oneTimeTotal, :commercialSnapshotHash)
            ON CONFLICT DO NOTHING
            """;

    static final String FIND =
            """
            SELECT request_hash, accepted_at, one_time_total, commercial_snapshot_hash FROM quote_acceptance
            WHERE tenant_id = :tenantId AND quote_id = :quoteId
            """;

    private QuoteAcceptanceSql() {}
}
