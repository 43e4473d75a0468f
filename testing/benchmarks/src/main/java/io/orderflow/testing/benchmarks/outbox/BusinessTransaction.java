package io.orderflow.testing.benchmarks.outbox;

import io.orderflow.testing.benchmarks.servers.Node;
import io.orderflow.testing.benchmarks.servers.Statements;
import io.orderflow.testing.benchmarks.servers.Statements.Count;
import io.orderflow.testing.benchmarks.workload.Events;

/**
 * What the outbox adds to a transaction that changes a row and tells of it in some events. Only the calling thread counts:
 * whatever the node does meanwhile is no part of the transaction.
 */
final class BusinessTransaction {

    private final Node node;
    private final Statements statements;

    BusinessTransaction(Node node, Statements statements) {
        this.node = node;
        this.statements = statements;
    }

    /** @return statements and commits of the same change with the events, less those without */
    Count addedBy(int events) {
        node.jdbc().sql(BusinessSql.CREATE).update();
        Count without = count("without", 0);
        Count with = count("with", events);
        return with.since(without);
    }

    private Count count(String id, int events) {
        Count before = statements.ofThisThread();
        String orderId = Events.orderId("business/" + id, 0);
        node.transaction().executeWithoutResult(status -> {
            node.jdbc().sql(BusinessSql.CHANGE).param("id", orderId).update();
            for (int version = 1; version <= events; version++) {
                node.outbox().append(Events.lineReleased(orderId, version));
            }
        });
        return statements.ofThisThread().since(before);
    }
}
