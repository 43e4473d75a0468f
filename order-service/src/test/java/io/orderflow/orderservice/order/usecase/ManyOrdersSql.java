package io.orderflow.orderservice.order.usecase;

/** What tests ask about their orders; {@code :run} stands for the beginning of their quotes' names. */
final class ManyOrdersSql {

    static final String ORDERS_BY_STATUS =
            "select count(*) from orders o where o.quote_id like :run and o.status = :status";

    static final String LINES_BY_STATUS =
            """
            select count(*)
              from order_lines l join orders o on o.tenant_id = l.tenant_id and o.id = l.order_id
             where o.quote_id like :run and l.status = :status
            """;

    static final String REFUSALS =
            """
            select count(*)
              from order_refusals r join orders o on o.tenant_id = r.tenant_id and o.id = r.order_id
             where o.quote_id like :run
            """;

    static final String MISCOUNTED =
            """
            select count(*)
              from orders o
              join lateral (select count(*) as steps, min(h.version) as first, max(h.version) as last
                              from order_history h
                             where h.tenant_id = o.tenant_id and h.order_id = o.id) as history on true
             where o.quote_id like :run
               and (o.version, 1, o.version) is distinct from (history.steps, history.first, history.last)
            """;

    static final String EVENTS =
            """
            select h.order_id || ' ' || h.version as name, h.event_id::text as event_id
              from order_history h join orders o on o.tenant_id = h.tenant_id and o.id = h.order_id
             where o.quote_id like :run
            """;

    static final String ENDINGS =
            """
            select concat_ws(E'\\n',
                       format('%s: %s at version %s, %s completed, %s waived', right(o.quote_id, 6), o.status, o.version,
                              o.completed_lines, o.waived_lines),
                       (select string_agg(format('line %s: %s after %s attempts, %s, %s, %s', l.number, l.status, l.attempt,
                                                 l.provider_reference, l.failure_reason, l.reversal_required),
                                          E'\\n' order by l.number)
                          from order_lines l where l.tenant_id = o.tenant_id and l.order_id = o.id),
                       (select string_agg(step || ' ' || times, E'\\n' order by step)
                          from (select concat_ws(' ', right(h.line_id, 1), h.from_status, h.to_status, h.event_type) as step,
                                       count(*) as times
                                  from order_history h where h.tenant_id = o.tenant_id and h.order_id = o.id
                                 group by 1) as steps))
              from orders o
             where o.quote_id like :run
             order by right(o.quote_id, 6)
            """;

    private ManyOrdersSql() {}
}
