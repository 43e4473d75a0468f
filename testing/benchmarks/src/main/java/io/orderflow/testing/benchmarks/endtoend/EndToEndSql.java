package io.orderflow.testing.benchmarks.endtoend;

/** What the benchmark asks PostgreSQL. */
final class EndToEndSql {

    static final String WORKERS = "SELECT pid, datname, backend_type FROM pg_stat_activity";

    static final String COUNT_STATEMENTS = "CREATE EXTENSION IF NOT EXISTS pg_stat_statements";

    /** Statements and commits so far by database. What begins or ends a transaction is no statement here. */
    static final String WORK =
            """
            SELECT d.datname, coalesce(s.calls, 0), d.xact_commit
            FROM pg_stat_database d
            LEFT JOIN (SELECT dbid, sum(calls) AS calls
                       FROM pg_stat_statements
                       WHERE query !~* '^(begin|commit|rollback|start transaction)'
                       GROUP BY dbid) s ON s.dbid = d.datid
            WHERE d.datname IN ('order_service', 'orchestration', 'fulfillment_mock')
            ORDER BY d.datname
            """;

    /** Process instances that are under way, and those that have come to an end. */
    static final String INSTANCES =
            """
            SELECT (SELECT count(*) FROM act_ru_execution WHERE parent_id_ IS NULL),
                   (SELECT count(*) FROM act_hi_procinst WHERE end_time_ IS NOT NULL)
            """;

    private EndToEndSql() {}
}
