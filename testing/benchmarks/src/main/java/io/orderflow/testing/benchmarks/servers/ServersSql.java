package io.orderflow.testing.benchmarks.servers;

/** Questions to the server itself. */
final class ServersSql {

    static final String BACKEND = "select pg_backend_pid()";

    static final String SETTINGS =
            """
            select name, current_setting(name)
              from unnest(array['server_version', 'fsync', 'synchronous_commit', 'full_page_writes', 'shared_buffers',
                                'max_wal_size']) as setting (name)
            """;

    static final String CREATE_STATEMENT_STATISTICS = "create extension if not exists pg_stat_statements";

    static final String CHECKPOINT = "checkpoint";

    static final String RESET_STATEMENTS =
            "select pg_stat_statements_reset(0, (select oid from pg_database where datname = ?), 0)";

    static final String STATEMENTS =
            """
            select coalesce(sum(calls), 0)
              from pg_stat_statements
             where toplevel and query !~* '^(begin|commit|rollback|set|show|start transaction)'
               and dbid = (select oid from pg_database where datname = ?)
            """;

    /** Every transaction that writes takes the next number. */
    static final String NEXT_TRANSACTION = "select pg_snapshot_xmax(pg_current_snapshot())::text::bigint";

    static final String LONGEST_STATEMENTS =
            """
            select calls, total_exec_time, regexp_replace(query, '\\s+', ' ', 'g')
              from pg_stat_statements
             where dbid = (select oid from pg_database where datname = ?)
             order by total_exec_time desc
             limit 40
            """;

    private ServersSql() {}
}
