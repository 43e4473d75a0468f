package io.orderflow.testing.benchmarks.servers;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/** Counts what goes through a data source: statements sent, and commits with those of autocommit. Thread safe. */
public final class Statements implements QueryExecutionListener, MethodExecutionListener {

    private final AtomicLong statements = new AtomicLong();
    private final AtomicLong commits = new AtomicLong();

    /** @param statements a JDBC batch counts once for each of its members */
    public record Count(long statements, long commits) {

        public Count since(Count before) {
            return new Count(statements - before.statements, commits - before.commits);
        }
    }

    public Count count() {
        return new Count(statements.get(), commits.get());
    }

    DataSource counting(DataSource counted) {
        return ProxyDataSourceBuilder.create(counted)
                .listener(this)
                .methodListener(this)
                .build();
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        statements.addAndGet(Math.max(1, execution.getBatchSize()));
        try {
            if (execution.getStatement().getConnection().getAutoCommit()) {
                commits.incrementAndGet();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a connection that does not know its own state", e);
        }
    }

    @Override
    public void beforeMethod(MethodExecutionContext context) {}

    @Override
    public void afterMethod(MethodExecutionContext context) {
        if (context.getMethod().getName().equals("commit")) {
            commits.incrementAndGet();
        }
    }
}
