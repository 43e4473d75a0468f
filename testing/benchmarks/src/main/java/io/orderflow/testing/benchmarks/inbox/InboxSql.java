package io.orderflow.testing.benchmarks.inbox;

/** The one look behind the library's interface: what its ledger says was applied. */
final class InboxSql {

    static final String APPLIED = "select count(*) from inbox_event where outcome = 'APPLIED'";

    private InboxSql() {}
}
