package io.orderflow.testing.support.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresIT {

    @ParameterizedTest
    @CsvSource({"fsync,on", "synchronous_commit,on", "full_page_writes,on", "max_connections,200"})
    void isDurable(String setting, String expected) throws SQLException {
        assertThat(query(TestPostgres.newDatabase(), "SHOW " + setting)).isEqualTo(expected);
    }

    @Test
    void isVersion17() throws SQLException {
        assertThat(query(TestPostgres.newDatabase(), "SHOW server_version")).startsWith("17.");
    }

    @Test
    void givesADifferentEmptyDatabaseEachTime() throws SQLException {
        TestDatabase first = TestPostgres.newDatabase();
        TestDatabase second = TestPostgres.newDatabase();
        execute(first, "CREATE TABLE secret (id bigint)");

        assertThat(query(first, "SELECT to_regclass('secret')::text")).isEqualTo("secret");
        assertThat(query(second, "SELECT to_regclass('secret')::text")).isNull();
    }

    @Test
    void refusesARoleInAnothersDatabase() {
        TestDatabase first = TestPostgres.newDatabase();
        TestDatabase second = TestPostgres.newDatabase();

        assertThatThrownBy(() -> DriverManager.getConnection(first.url(), second.user(), second.password())
                        .close())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied for database");
    }

    @Test
    void refusesAWrongPassword() {
        TestDatabase database = TestPostgres.newDatabase();

        assertThatThrownBy(() -> DriverManager.getConnection(database.url(), database.user(), "guess")
                        .close())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void givesRolesThatMayNotMakeDatabasesOrRoles() {
        TestDatabase database = TestPostgres.newDatabase();

        assertThatThrownBy(() -> execute(database, "CREATE DATABASE another"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> execute(database, "CREATE ROLE another")).hasMessageContaining("permission denied");
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
