package io.orderflow.orderservice.projection.persistence;

import io.orderflow.orderservice.projection.replay.RunLock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/** An advisory lock of a connection that is kept for it alone. */
final class JdbcRunLock implements RunLock {

    private static final int ANSWERS_WITHIN_SECONDS = 2;

    private final Connection connection;

    private JdbcRunLock(Connection connection) {
        this.connection = connection;
    }

    static Optional<RunLock> tryTake(DataSource database) {
        try {
            Connection connection = database.getConnection();
            if (isTrue(connection, LockSql.TRY_RUN)) {
                return Optional.of(new JdbcRunLock(connection));
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("Asking for the lock of the replay", e);
        }
    }

    @Override
    public boolean isHeld() {
        try {
            return connection.isValid(ANSWERS_WITHIN_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try (connection) {
            isTrue(connection, LockSql.END_RUN);
        } catch (SQLException e) {
            // A connection that is broken holds no lock any more.
        }
    }

    private static boolean isTrue(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
