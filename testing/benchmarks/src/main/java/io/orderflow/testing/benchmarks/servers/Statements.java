package io.orderflow.testing.benchmarks.servers;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/**
 * Counts what each thread sends through a data source: statements, and commits with those of autocommit. Thread safe.
 */
public final class Statements implements QueryExecutionListener, MethodExecutionListener {

    /** Threads of the library that ask every so many seconds, however many events there are. */
    private static final Set<String> UPKEEP = Set.of("upkeep", "inbox-rounds", "outbox-listener", "outbox-notifier");

    private static final Count NOTHING = new Count(0, 0);

    private final Map<String, Count> byThread = new ConcurrentHashMap<>();

    /** @param statements a JDBC batch counts once for each of its members */
    public record Count(long statements, long commits) {

        public Count since(Count before) {
            return new Count(statements - before.statements, commits - before.commits);
        }

        private Count plus(Count more) {
            return new Count(statements + more.statements, commits + more.commits);
        }
    }

    /** What the calling thread has sent so far. */
    public Count ofThisThread() {
        return byThread.getOrDefault(Thread.currentThread().getName(), NOTHING);
    }

    /** What everybody else has sent so far except for upkeep: a thread nobody thought of is counted. */
    public Count ofWorkers() {
        return of(name -> !name.equals(Thread.currentThread().getName()) && !UPKEEP.contains(name));
    }

    /** What the threads have sent so far that work for a consumer group. */
    public Count ofConsumer(String group) {
        return of(name -> name.startsWith(group));
    }

    private Count of(Predicate<String> threads) {
        return byThread.entrySet().stream()
                .filter(entry -> threads.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .reduce(NOTHING, Count::plus);
    }

    private void add(long statements, long commits) {
        byThread.merge(Thread.currentThread().getName(), new Count(statements, commits), Count::plus);
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
        try {
            boolean commitsItself = execution.getStatement().getConnection().getAutoCommit();
            add(Math.max(1, execution.getBatchSize()), commitsItself ? 1 : 0);
        } catch (SQLException e) {
            throw new IllegalStateException("a connection that does not know its own state", e);
        }
    }

    @Override
    public void beforeMethod(MethodExecutionContext context) {}

    @Override
    public void afterMethod(MethodExecutionContext context) {
        if (context.getMethod().getName().equals("commit")) {
            add(0, 1);
        }
    }
}
