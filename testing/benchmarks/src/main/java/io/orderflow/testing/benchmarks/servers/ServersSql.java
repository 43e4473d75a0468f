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

    private ServersSql() {}
}
