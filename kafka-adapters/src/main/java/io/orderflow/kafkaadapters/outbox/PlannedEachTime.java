package io.orderflow.kafkaadapters.outbox;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Has the database plan each statement for the table as it is. An outbox is empty most of the time; a plan that was made
 * then, and kept by a prepared statement, reads the whole table once for every shard when it is not.
 */
final class PlannedEachTime extends JdbcTemplate {

    PlannedEachTime(DataSource database) {
        super(database);
    }

    @Override
    protected void applyStatementSettings(Statement statement) throws SQLException {
        super.applyStatementSettings(statement);
        if (statement.isWrapperFor(PGStatement.class)) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
    }
}
