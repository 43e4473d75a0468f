package io.orderflow.testing.support.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A database of its own and the role that owns it and nothing else.
 *
 * @param url JDBC URL without credentials
 * @param user owner of the database
 * @param password checked by the server
 */
public record TestDatabase(String url, String user, String password) {

    /** A new connection; the caller closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    @Override
    public String toString() {
        return url + " as " + user;
    }
}
