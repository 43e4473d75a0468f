package io.orderflow.testing.benchmarks.outbox;

/** The business row of the measured transaction. */
final class BusinessSql {

    static final String CREATE = "create table business_order (id text primary key, version integer not null)";

    static final String CHANGE = "insert into business_order (id, version) values (:id, 1)";

    private BusinessSql() {}
}
