package io.orderflow.testing.support.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** PostgreSQL from binaries on the class path. The library's own shutdown hook stops it and removes its data. */
final class EmbeddedPostgresServer implements PostgresServer {

    /** The library initialises with "trust" for everybody; a role that may not see a database needs a real password. */
    private static final String HOST_BASED_AUTHENTICATION =
            """
            host all postgres 127.0.0.1/32 trust
            host all postgres ::1/128 trust
            host all all all scram-sha-256
            """;

    private final EmbeddedPostgres postgres;

    private EmbeddedPostgresServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static PostgresServer start() {
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
            SETTINGS.forEach(builder::setServerConfig);
            EmbeddedPostgresServer server = new EmbeddedPostgresServer(builder.start());
            server.requirePasswords();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL started but could not be configured", e);
        }
    }

    private void requirePasswords() throws SQLException, IOException {
        try (Connection superuser = connectAsSuperuser();
                var statement = superuser.createStatement()) {
            try (var row = statement.executeQuery("SHOW hba_file")) {
                row.next();
                Files.writeString(Path.of(row.getString(1)), HOST_BASED_AUTHENTICATION);
            }
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    @Override
    public Connection connectAsSuperuser() throws SQLException {
        return postgres.getPostgresDatabase().getConnection();
    }

    @Override
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(postgres.getPort(), database);
    }
}
