package io.orderflow.orchestration.tasklist;

/** One statement that the engine has no service for. */
final class TasklistSql {

    /** Until the end of the transaction. The number means nothing but this. */
    static final String ONE_NODE_AT_A_TIME = """
            select pg_advisory_xact_lock(7240118)
            """;

    private TasklistSql() {}
}
