package io.orderflow.testing.benchmarks.correlation;

import io.orderflow.testing.benchmarks.servers.Node;
import io.orderflow.testing.benchmarks.servers.Servers;
import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.process.ChildJvm;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The orchestration service from its executable jar, as it is delivered.
 *
 * @param jvmOptions heap and collector
 * @param settings {@code name=value}, where they differ from what is delivered
 */
record PackagedService(String name, Path jar, List<String> jvmOptions, List<String> settings) implements Contestant {

    private record Books(long rows, long events, long applied) {}

    @Override
    public String consumerGroup() {
        return "orchestration-service.order-events.consumer";
    }

    @Override
    public ChildJvm start(Servers servers, TestDatabase database, Path log) {
        return ChildJvm.startJar(
                jvmOptions,
                jar,
                settings.stream().map(setting -> "--" + setting).toList(),
                Map.of(
                        "SPRING_DATASOURCE_URL", database.url(),
                        "SPRING_DATASOURCE_USERNAME", database.user(),
                        "SPRING_DATASOURCE_PASSWORD", database.password(),
                        "ORDERFLOW_KAFKA_BOOTSTRAPSERVERS", servers.bootstrapServers(),
                        "ORDERFLOW_KAFKA_TENANTS", Node.TENANT,
                        "SERVER_PORT", "0"),
                log);
    }

    @Override
    public void requireHandledOnce(JdbcClient jdbc, long events) {
        Books books = jdbc.sql(CorrelationSql.LEDGER)
                .param("consumer", consumerGroup())
                .query(Books.class)
                .single();
        if (!books.equals(new Books(events, events, events))) {
            throw new IllegalStateException("%s has %s in its ledger, of %d events".formatted(name, books, events));
        }
    }
}
