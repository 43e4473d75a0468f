package io.orderflow.testing.benchmarks.correlation;

import io.orderflow.testing.benchmarks.correlation.baseline.Baseline;
import io.orderflow.testing.benchmarks.servers.Servers;
import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.process.ChildJvm;
import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The baseline.
 *
 * @param history level of the engine's history
 */
record UsualListener(String name, String history, List<String> jvmOptions) implements Contestant {

    @Override
    public String consumerGroup() {
        return Baseline.CONSUMER_GROUP;
    }

    @Override
    public ChildJvm start(Servers servers, TestDatabase database, Path log) {
        List<String> settings = List.of(
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--spring.kafka.bootstrap-servers=" + servers.bootstrapServers(),
                "--camunda.bpm.history-level=" + history);
        return ChildJvm.start(jvmOptions, Baseline.class.getName(), settings, log);
    }

    @Override
    public void requireHandledOnce(JdbcClient jdbc, long events) {
        long rows = jdbc.sql(CorrelationSql.BASELINE_INBOX).query(Long.class).single();
        if (rows != events) {
            throw new IllegalStateException("%s has %d rows in its inbox, of %d events".formatted(name, rows, events));
        }
    }
}
