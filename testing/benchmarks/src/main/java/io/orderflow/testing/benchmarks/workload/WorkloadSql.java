package io.orderflow.testing.benchmarks.workload;

/** The one look behind the library's interface: whether its outbox still holds a row. */
final class WorkloadSql {

    static final String PENDING = "select exists (select 1 from outbox_event)";

    private WorkloadSql() {}
}
