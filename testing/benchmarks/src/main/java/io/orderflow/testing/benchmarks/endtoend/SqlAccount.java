package io.orderflow.testing.benchmarks.endtoend;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many statements and commits each database has seen, counted by the server. */
record SqlAccount(Map<String, Work> byDatabase) {

    record Work(long statements, long commits) {}

    /** Has the server count statements; needs a server that was started for it. */
    static void begin(StackFile stack) throws SQLException {
        try (Connection connection = stack.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute(EndToEndSql.COUNT_STATEMENTS);
        }
    }

    static SqlAccount of(StackFile stack) throws SQLException {
        Map<String, Work> all = new LinkedHashMap<>();
        try (Connection connection = stack.connect("postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(EndToEndSql.WORK)) {
            while (rows.next()) {
                all.put(rows.getString(1), new Work(rows.getLong(2), rows.getLong(3)));
            }
        }
        return new SqlAccount(all);
    }

    SqlAccount since(SqlAccount before) {
        Map<String, Work> all = new LinkedHashMap<>();
        byDatabase.forEach((database, work) -> {
            Work earlier = before.byDatabase.getOrDefault(database, new Work(0, 0));
            all.put(database, new Work(work.statements() - earlier.statements(), work.commits() - earlier.commits()));
        });
        return new SqlAccount(all);
    }
}
