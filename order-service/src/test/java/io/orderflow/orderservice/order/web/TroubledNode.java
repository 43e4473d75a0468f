package io.orderflow.orderservice.order.web;

import io.orderflow.orderservice.OrderServiceNode;
import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A node with few threads and little patience, on a database of its own that can be taken away. It ends with the JVM. */
public final class TroubledNode {

    public static final int THREADS = 4;

    private static final TestDatabase DATABASE = TestPostgres.newDatabase();

    private TroubledNode() {}

    public static OrderServiceNode running() {
        return Running.NODE;
    }

    /** Ends all connections to the database and lets nobody in, until the result is closed. */
    static AutoCloseable databaseDown() throws SQLException {
        Connection last = DATABASE.connect();
        try (Statement statement = last.createStatement()) {
            statement.execute("alter database %s connection limit 0".formatted(last.getCatalog()));
        } catch (SQLException e) {
            last.close();
            throw e;
        }
        terminateOthers(last);
        return () -> {
            try (last;
                    Statement statement = last.createStatement()) {
                statement.execute("alter database %s connection limit -1".formatted(last.getCatalog()));
            }
        };
    }

    private static void terminateOthers(Connection last) throws SQLException {
        try (Statement statement = last.createStatement()) {
            statement.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user and pid <> pg_backend_pid()");
        }
    }

    private static final class Running {

        static final OrderServiceNode NODE = OrderServiceNode.apart(
                DATABASE,
                Map.of(
                        "server.tomcat.threads.max",
                        THREADS,
                        "server.tomcat.connection-timeout",
                        "2s",
                        "spring.datasource.hikari.connection-timeout",
                        1_000));
    }
}
