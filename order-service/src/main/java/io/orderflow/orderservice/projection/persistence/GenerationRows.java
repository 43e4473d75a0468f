package io.orderflow.orderservice.projection.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderflow.orderservice.projection.replay.Comparison;
import io.orderflow.orderservice.projection.replay.Content;
import io.orderflow.orderservice.projection.replay.Generation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows of {@code order_summary_generation} as records, and differences as JSON. */
final class GenerationRows {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Comparison.Difference>> DIFFERENCES = new TypeReference<>() {};

    private GenerationRows() {}

    static Generation read(ResultSet row) throws SQLException {
        return new Generation(
                row.getInt("number"),
                Generation.State.valueOf(row.getString("state")),
                Objects.requireNonNull(SummaryRows.instant(row, "created_at")),
                row.getString("created_by"),
                row.getString("run_by") == null ? null : run(row),
                row.getString("failure"),
                row.getString("differences") == null ? null : comparison(row),
                SummaryRows.instant(row, "switched_at"),
                row.getString("accepted_because"));
    }

    private static Generation.Run run(ResultSet row) throws SQLException {
        return new Generation.Run(
                row.getString("run_by"),
                row.getString("run_on"),
                Objects.requireNonNull(SummaryRows.instant(row, "run_began_at")),
                row.getLong("run_events"),
                row.getLong("run_millis"),
                row.getLong("skipped"),
                row.getLong("early"));
    }

    private static Comparison comparison(ResultSet row) throws SQLException {
        return new Comparison(
                new Content(row.getLong("old_rows"), row.getString("old_checksum")),
                new Content(row.getLong("new_rows"), row.getString("new_checksum")),
                row.getLong("differing"),
                differences(row.getString("differences")));
    }

    private static List<Comparison.Difference> differences(@Nullable String json) {
        try {
            return json == null ? List.of() : JSON.readValue(json, DIFFERENCES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not written by this class", e);
        }
    }

    static String json(List<Comparison.Difference> differences) {
        try {
            return JSON.writeValueAsString(differences);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Records of texts always have a text", impossible);
        }
    }
}
