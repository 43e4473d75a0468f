package io.orderflow.testing.support.postgres;

import io.orderflow.testing.support.Infrastructure;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Fresh databases on one real PostgreSQL 17, which starts with the first database of the JVM and ends with the JVM.
 * Tests get a database each instead of cleaning up after one another. Safe for use by parallel tests.
 */
public final class TestPostgres {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestPostgres() {}

    /** A fresh empty database; its role owns it and may not connect to any other. */
    public static TestDatabase newDatabase() {
        PostgresServer server = Running.SERVER;
        String name = "test_" + DATABASES.incrementAndGet();
        String password = UUID.randomUUID().toString();
        try (Connection superuser = server.connectAsSuperuser();
                Statement statement = superuser.createStatement()) {
            // Names and password are made here; identifiers cannot be bound as parameters.
            statement.execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(name, password));
            statement.execute("CREATE DATABASE %s OWNER %s".formatted(name, name));
            statement.execute("REVOKE CONNECT ON DATABASE %s FROM PUBLIC".formatted(name));
        } catch (SQLException e) {
            throw new IllegalStateException("no new database " + name, e);
        }
        return new TestDatabase(server.jdbcUrl(name), name, password);
    }

    /** For what belongs to the server as a whole, such as its statistics; the caller closes it. */
    public static Connection connectAsSuperuser() throws SQLException {
        return Running.SERVER.connectAsSuperuser();
    }

    /** Started by class loading: lazily, once, and without a lock of our own. */
    private static final class Running {

        static final PostgresServer SERVER =
                switch (Infrastructure.chosen()) {
                    case EMBEDDED -> EmbeddedPostgresServer.start();
                    case CONTAINERS -> ContainerPostgresServer.start();
                };
    }
}
