package io.orderflow.testing.benchmarks.servers;

import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What PostgreSQL was asked in one database, by whomever. Needs a server that was started counting. Not thread safe.
 *
 * @see Servers#startCounting
 */
public final class StatementStatistics implements AutoCloseable {

    private final Connection superuser;
    private final String database;
    private long firstTransaction;

    public StatementStatistics(TestDatabase database) {
        this.database = database.url().substring(database.url().lastIndexOf('/') + 1);
        try {
            superuser = TestPostgres.connectAsSuperuser();
            execute(ServersSql.CREATE_STATEMENT_STATISTICS);
        } catch (SQLException e) {
            throw new IllegalStateException("no statistics of statements", e);
        }
    }

    /**
     * Since the last {@link #reset}.
     *
     * @param statements without those that only begin or end a transaction or set something
     * @param commits transactions that wrote something, in the whole server
     */
    public record Asked(long statements, long commits) {}

    /** One statement, with constants taken out. */
    public record Statement(long calls, double millis, String text) {}

    /** Begins anew, on a server that has written what it had to write. */
    public void reset() {
        try {
            execute(ServersSql.CHECKPOINT);
            firstTransaction = nextTransaction();
            try (PreparedStatement reset = superuser.prepareStatement(ServersSql.RESET_STATEMENTS)) {
                reset.setString(1, database);
                reset.execute();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not reset the statistics of statements", e);
        }
    }

    public Asked asked() {
        long statements = query(ServersSql.STATEMENTS, row -> row.getLong(1)).get(0);
        try {
            return new Asked(statements, nextTransaction() - firstTransaction);
        } catch (SQLException e) {
            throw new IllegalStateException("could not count transactions", e);
        }
    }

    private long nextTransaction() throws SQLException {
        try (var statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(ServersSql.NEXT_TRANSACTION)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Those that took longest in sum. */
    public List<Statement> longest() {
        return query(
                ServersSql.LONGEST_STATEMENTS,
                row -> new Statement(row.getLong(1), row.getDouble(2), row.getString(3)));
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Reader<T> reader) {
        try (PreparedStatement query = superuser.prepareStatement(sql)) {
            query.setString(1, database);
            List<T> all = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    all.add(reader.read(rows));
                }
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException("could not read the statistics of statements", e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        try {
            superuser.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
