package io.orderflow.deploy.local.services;

import io.orderflow.deploy.local.state.Credentials;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** One database per service, each with a role that may enter no other. */
final class Databases {

    private static final String ROLE_EXISTS = "SELECT 1 FROM pg_roles WHERE rolname = ?";
    private static final String DATABASE_EXISTS = "SELECT 1 FROM pg_database WHERE datname = ?";
    /** SQLSTATE class 28: the server answers, but does not let us in. */
    private static final String INVALID_AUTHORIZATION = "28";

    private final int port;
    private final Credentials credentials;

    Databases(int port, Credentials credentials) {
        this.port = port;
        this.credentials = credentials;
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** Whether the server accepts connections. */
    boolean answer() {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            String state = e.getSQLState();
            if (state != null && state.startsWith(INVALID_AUTHORIZATION)) {
                throw new IllegalStateException("PostgreSQL refuses the password in credentials.properties: the file"
                        + " does not belong to this data. `./orderflow up --fresh` starts with new ones");
            }
            return false;
        }
    }

    /** Creates what is missing. */
    void create() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String name : Credentials.DATABASES) {
                boolean roleExists = exists(connection, ROLE_EXISTS, name);
                // Names are ours and passwords are letters and digits: neither needs quoting.
                statement.execute("%s ROLE %s LOGIN PASSWORD '%s'"
                        .formatted(roleExists ? "ALTER" : "CREATE", name, credentials.databasePassword(name)));
                if (!exists(connection, DATABASE_EXISTS, name)) {
                    statement.execute("CREATE DATABASE %s OWNER %s".formatted(name, name));
                }
                statement.execute("REVOKE CONNECT ON DATABASE %s FROM PUBLIC".formatted(name));
            }
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("password", credentials.databasePassword("postgres"));
        properties.setProperty("loginTimeout", "2");
        properties.setProperty("connectTimeout", "2");
        return DriverManager.getConnection(url(port, "postgres"), properties);
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
