package io.orderflow.testing.benchmarks.correlation;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What is left in the engine when every order is completed: nothing but its history. */
record Remains(long executions, long subscriptions, long variables, long jobs) {

    private static final Remains NOTHING = new Remains(0, 0, 0, 0);

    /** @throws IllegalStateException if an instance is still running or one is missing */
    static void requireAllCompleted(JdbcClient jdbc, long orders) {
        Remains left =
                jdbc.sql(CorrelationSql.LEFT_IN_ENGINE).query(Remains.class).single();
        if (!left.equals(NOTHING)) {
            throw new IllegalStateException("left in the engine: " + left);
        }
        long completed =
                jdbc.sql(CorrelationSql.COMPLETED_INSTANCES).query(Long.class).single();
        if (completed != orders) {
            throw new IllegalStateException("%d instances are completed, of %d".formatted(completed, orders));
        }
    }
}
