package io.orderflow.orderservice.projection.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderflow.orderservice.projection.replay.Comparison;
import io.orderflow.orderservice.projection.replay.Comparison.Difference;
import io.orderflow.orderservice.projection.replay.Comparison.Values;
import io.orderflow.orderservice.projection.replay.Comparison.Where;
import io.orderflow.orderservice.projection.replay.Content;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts, checksums and, only where they differ, the rows that do. */
final class TableComparison {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final BigInteger ALL_SUMS = BigInteger.ONE.shiftLeft(Long.SIZE);

    private final JdbcClient jdbc;

    TableComparison(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A sum of the rows' digests, so that their order does not matter. */
    Content content(String table) {
        return jdbc.sql(SummaryRowsSql.CONTENT.formatted(table))
                .query((row, i) -> new Content(
                        row.getLong("row_count"),
                        "%016x"
                                .formatted(row.getBigDecimal("row_sum")
                                        .toBigIntegerExact()
                                        .mod(ALL_SUMS)
                                        .longValue())))
                .single();
    }

    Comparison compare(String inUse, String rebuilt) {
        Content old = content(inUse);
        Content fresh = content(rebuilt);
        List<Difference> differences = new ArrayList<>();
        long[] differing = {0};
        if (!old.equals(fresh)) {
            jdbc.sql(SummaryRowsSql.DIFFERENCES.formatted(inUse, rebuilt))
                    .param("limit", Comparison.MOST_DIFFERENCES)
                    .query(row -> {
                        differing[0] = row.getLong("differing");
                        differences.add(difference(row));
                    });
        }
        return new Comparison(old, fresh, differing[0], differences);
    }

    private static Difference difference(ResultSet row) throws SQLException {
        JsonNode inUse = json(row.getString("in_use"));
        JsonNode rebuilt = json(row.getString("rebuilt"));
        TreeSet<String> names = new TreeSet<>();
        inUse.fieldNames().forEachRemaining(names::add);
        rebuilt.fieldNames().forEachRemaining(names::add);
        Map<String, Values> columns = new TreeMap<>();
        for (String name : names) {
            Values values = new Values(text(inUse, name), text(rebuilt, name));
            if (!inUse.path(name).equals(rebuilt.path(name))) {
                columns.put(name, values);
            }
        }
        return new Difference(
                row.getString("tenant_id"),
                row.getString("order_id"),
                inUse.isObject() ? (rebuilt.isObject() ? Where.BOTH : Where.ONLY_IN_USE) : Where.ONLY_REBUILT,
                columns);
    }

    private static @Nullable String text(JsonNode row, String name) {
        return row.hasNonNull(name) ? row.path(name).asText() : null;
    }

    private static JsonNode json(@Nullable String row) {
        try {
            return row == null ? JSON.nullNode() : JSON.readTree(row);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("PostgreSQL writes JSON", impossible);
        }
    }
}
