package io.orderflow.orderservice.projection.persistence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** How much of each partition is in a generation. Positions only grow. */
final class Positions {

    private final JdbcClient jdbc;

    Positions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Integer, Long> of(int generation) {
        return read(jdbc.sql(PositionSql.FIND).param("generation", generation));
    }

    Map<Integer, Long> inUse() {
        return read(jdbc.sql(PositionSql.FIND_IN_USE));
    }

    void reach(int generation, Map<Integer, Long> positions) {
        write(jdbc.sql(PositionSql.REACH).param("generation", generation), positions);
    }

    void reachInUse(Map<Integer, Long> positions) {
        write(jdbc.sql(PositionSql.REACH_IN_USE), positions);
    }

    private static Map<Integer, Long> read(StatementSpec statement) {
        Map<Integer, Long> positions = new HashMap<>();
        statement.query(row -> {
            positions.put(row.getInt(1), row.getLong(2));
        });
        return positions;
    }

    private static void write(StatementSpec statement, Map<Integer, Long> positions) {
        List<Integer> partitions = List.copyOf(positions.keySet());
        statement
                .param("partitions", partitions.stream().mapToInt(i -> i).toArray())
                .param("offsets", partitions.stream().mapToLong(positions::get).toArray())
                .update();
    }
}
