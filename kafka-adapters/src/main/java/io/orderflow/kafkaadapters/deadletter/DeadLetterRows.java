package io.orderflow.kafkaadapters.deadletter;

import io.orderflow.kafkaadapters.failure.FailureClass;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads rows of dead letters and of what was done about them. */
final class DeadLetterRows {

    private DeadLetterRows() {}

    static StoredDeadLetter read(ResultSet row, int number) throws SQLException {
        return new StoredDeadLetter(
                row.getObject("id", UUID.class),
                row.getString("consumer"),
                row.getObject("ledger_id", UUID.class),
                row.getString("topic"),
                row.getInt("kafka_partition"),
                row.getLong("kafka_offset"),
                row.getLong("kafka_timestamp"),
                row.getString("event_id"),
                row.getString("event_type"),
                row.getString("tenant_id"),
                row.getString("aggregate"),
                version(row),
                FailureClass.valueOf(row.getString("failure_class")),
                row.getString("code"),
                row.getString("reason"),
                Attempts.decode(row.getString("attempts")),
                row.getBytes("record_key"),
                row.getString("record_headers"),
                row.getBytes("record_value"),
                StoredDeadLetter.State.valueOf(row.getString("state")),
                row.getInt("redrives"),
                row.getTimestamp("first_failed_at").toInstant(),
                row.getTimestamp("failed_at").toInstant());
    }

    static DeadLetterDecision decision(ResultSet row, int number) throws SQLException {
        return new DeadLetterDecision(
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("reason"),
                row.getString("action"),
                row.getString("code"),
                row.getString("result"),
                row.getString("detail"),
                row.getString("digest"));
    }

    private static @Nullable Long version(ResultSet row) throws SQLException {
        long version = row.getLong("aggregate_version");
        return row.wasNull() ? null : version;
    }
}
