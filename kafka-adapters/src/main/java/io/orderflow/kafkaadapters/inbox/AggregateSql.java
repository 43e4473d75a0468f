package io.orderflow.kafkaadapters.inbox;

/** Statements on {@code inbox_aggregate}. Looked up by plain {@code = any(array)}, whose plan does not flip as the table grows. */
final class AggregateSql {

    /** The second half tells where something is parked; it probes a table that is nearly always empty. */
    static final String READ =
            """
            select aggregate, version, false as parked from inbox_aggregate
             where consumer = :consumer and aggregate = any(:aggregates::text[])
             union all
            select aggregate, 0, true from inbox_parked
             where consumer = :consumer and aggregate = any(:aggregates::text[])
            """;

    static final String ENSURE =
            """
            insert into inbox_aggregate (consumer, aggregate, version, touched_at)
            select :consumer, aggregate, 0, :now from unnest(:aggregates::text[]) as wanted (aggregate)
             order by aggregate
                on conflict (consumer, aggregate) do nothing
            """;

    static final String LOCK =
            """
            select aggregate from inbox_aggregate
             where consumer = :consumer and aggregate = any(:aggregates::text[])
             order by aggregate
               for update
            """;

    static final String REACH =
            """
            insert into inbox_aggregate as known (consumer, aggregate, version, touched_at)
            select :consumer, aggregate, version, :now
              from unnest(:aggregates::text[], :versions::bigint[]) as reached (aggregate, version)
             order by aggregate
                on conflict (consumer, aggregate)
                do update set version = excluded.version, touched_at = excluded.touched_at
             where known.version < excluded.version
            """;

    static final String RETIRE =
            """
            delete from inbox_aggregate
             where ctid = any(array(select ctid from inbox_aggregate where touched_at < :before limit :atMost))
            """;

    private AggregateSql() {}
}
