package io.orderflow.orderservice.order.persistence;

import io.orderflow.orderservice.order.LineFailure;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what the driver gives in another shape than we use. */
final class Rows {

    private Rows() {}

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable LineFailure failure(ResultSet row) throws SQLException {
        Instant at = instantOrNull(row, "failed_at");
        return at == null
                ? null
                : new LineFailure(
                        row.getString("failure_code"),
                        row.getString("failure_reason"),
                        row.getBoolean("failure_retryable"),
                        at);
    }

    static List<Integer> integers(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((Integer[]) array.getArray());
    }
}
