package io.orderflow.kafkaadapters.inbox;

import io.orderflow.kafkaadapters.inbox.ParkedEvent.Kind;
import io.orderflow.kafkaadapters.inbox.ParkedEvent.Terms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads {@code inbox_parked}. */
final class ParkedRow {

    private ParkedRow() {}

    static ParkedEvent read(ResultSet row, int number) throws SQLException {
        return new ParkedEvent(
                row.getObject("event_id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getString("aggregate"),
                row.getObject("aggregate_version", Long.class),
                row.getString("topic"),
                row.getInt("kafka_partition"),
                row.getLong("kafka_offset"),
                row.getLong("kafka_timestamp"),
                row.getBytes("record_key"),
                row.getString("record_headers"),
                row.getBytes("record_value"),
                new Terms(
                        row.getString("wait_key"),
                        row.getString("code"),
                        row.getString("reason"),
                        row.getObject("parked_at", OffsetDateTime.class).toInstant(),
                        until(row.getObject("deadline", OffsetDateTime.class))));
    }

    /** The driver's way to say infinity. */
    private static @Nullable Instant until(OffsetDateTime deadline) {
        return deadline.equals(OffsetDateTime.MAX) ? null : deadline.toInstant();
    }
}
