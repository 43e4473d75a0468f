package io.orderflow.testing.benchmarks.correlation;

/** Looks behind the contestants: what they have written down, and what is left in the engine. */
final class CorrelationSql {

    static final String LEDGER =
            """
            select count(*) as "rows", count(distinct event_id) as events,
                   count(*) filter (where outcome = 'APPLIED') as applied
              from inbox_event
             where consumer = :consumer
            """;

    static final String BASELINE_INBOX = "select count(*) from inbox";

    static final String LEFT_IN_ENGINE =
            """
            select (select count(*) from act_ru_execution) as executions,
                   (select count(*) from act_ru_event_subscr where proc_inst_id_ is not null) as subscriptions,
                   (select count(*) from act_ru_variable) as variables,
                   (select count(*) from act_ru_job where process_instance_id_ is not null) as jobs
            """;

    static final String COMPLETED_INSTANCES = "select count(*) from act_hi_procinst where state_ = 'COMPLETED'";

    static final String WAITING_INSTANCES = "select count(*) from act_ru_execution where parent_id_ is null";

    static final String ANALYZE = "analyze";

    static final String OUTBOX_IS_EMPTY = "select not exists (select 1 from outbox_event)";

    static final String COMMITTED =
            """
            select event_id, pg_xact_commit_timestamp(xmin) as committed_at
              from inbox_event
             where consumer = :consumer
            """;

    private CorrelationSql() {}
}
