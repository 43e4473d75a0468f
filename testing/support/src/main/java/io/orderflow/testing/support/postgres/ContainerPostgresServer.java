package io.orderflow.testing.support.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.testcontainers.containers.PostgreSQLContainer;

/** PostgreSQL in a container. Testcontainers' reaper removes it after the JVM, even after a killed one. */
final class ContainerPostgresServer implements PostgresServer {

    private static final String IMAGE = "postgres:17-alpine";

    private final PostgreSQLContainer<?> container;

    private ContainerPostgresServer(PostgreSQLContainer<?> container) {
        this.container = container;
    }

    static PostgresServer start() {
        // The command is replaced as a whole because the library's own one switches fsync off.
        PostgreSQLContainer<?> container = new PostgreSQLContainer<>(IMAGE)
                .withCommand(Stream.concat(
                                Stream.of("postgres"),
                                SETTINGS.entrySet().stream()
                                        .flatMap(setting ->
                                                List.of("-c", setting.getKey() + "=" + setting.getValue()).stream()))
                        .toArray(String[]::new));
        container.start();
        return new ContainerPostgresServer(container);
    }

    @Override
    public Connection connectAsSuperuser() throws SQLException {
        return DriverManager.getConnection(container.getJdbcUrl(), container.getUsername(), container.getPassword());
    }

    @Override
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://%s:%d/%s"
                .formatted(container.getHost(), container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT), database);
    }
}
