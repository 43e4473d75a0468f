package io.orderflow.orderservice.projection.persistence;

/** Statements on rows, of the view that is in use or of one generation's table. */
final class SummaryRowsSql {

    /** Whatever generation is in use; statements may write through it. */
    static final String IN_USE = "order_summary_projection";

    static final String LOAD =
            """
            select p.* from %s p
             where (p.tenant_id, p.order_id) in (select * from unnest(:tenants::text[], :orders::text[]))
            """;

    /** Sorted by key, so that two batches never wait for each other crosswise. */
    static final String SAVE =
            """
            insert into %s as known (tenant_id, order_id, quote_id, customer_id, status, version, line_count,
                                     pending_lines, released_lines, requested_lines, completed_lines, failed_lines,
                                     waived_lines, cancelled_lines, currency, one_time_total, recurring_total,
                                     captured_at, last_event_at)
            select * from unnest(:tenants::text[], :orders::text[], :quotes::text[], :customers::text[], :statuses::text[],
                                 :versions::bigint[], :lines::integer[], :pending::integer[], :released::integer[],
                                 :requested::integer[], :completed::integer[], :failed::integer[], :waived::integer[],
                                 :cancelled::integer[], :currencies::text[], :oneTimeTotals::numeric[],
                                 :recurringTotals::numeric[], :capturedAt::timestamptz[], :lastEventAt::timestamptz[])
             order by 1, 2
                on conflict (tenant_id, order_id) do update
               set status = excluded.status, version = excluded.version, line_count = excluded.line_count,
                   pending_lines = excluded.pending_lines, released_lines = excluded.released_lines,
                   requested_lines = excluded.requested_lines, completed_lines = excluded.completed_lines,
                   failed_lines = excluded.failed_lines, waived_lines = excluded.waived_lines,
                   cancelled_lines = excluded.cancelled_lines, last_event_at = excluded.last_event_at
             where known.version < excluded.version
            """;

    static final String LIST =
            """
            select p.* from order_summary_projection p
             where p.tenant_id = :tenant
               and (:status::text is null or p.status = :status::text)
               and (:before::text is null or p.order_id < :before::text)
             order by p.order_id desc
             limit :size
            """;

    /** Times as numbers, because their text depends on the session. */
    static final String CONTENT =
            """
            select count(*) as row_count,
                   coalesce(sum(('x' || left(md5(row(tenant_id, order_id, quote_id, customer_id, status, version, line_count,
                       pending_lines, released_lines, requested_lines, completed_lines, failed_lines, waived_lines,
                       cancelled_lines, currency, one_time_total, recurring_total, extract(epoch from captured_at),
                       extract(epoch from last_event_at))::text), 16))::bit(64)::bigint::numeric), 0) as row_sum
              from %s
            """;

    /** In use, rebuilt. */
    static final String DIFFERENCES =
            """
            select coalesce(o.tenant_id, n.tenant_id) as tenant_id, coalesce(o.order_id, n.order_id) as order_id,
                   to_jsonb(o)::text as in_use, to_jsonb(n)::text as rebuilt, count(*) over () as differing
              from %s o full join %s n on o.tenant_id = n.tenant_id and o.order_id = n.order_id
             where o::text is distinct from n::text
             order by 1, 2
             limit :limit
            """;

    private SummaryRowsSql() {}
}
