package io.orderflow.messagecorrelation.camunda;

import com.zaxxer.hikari.HikariDataSource;
import io.orderflow.messagecorrelation.CorrelationOutcome;
import io.orderflow.messagecorrelation.CorrelationRequest;
import io.orderflow.messagecorrelation.MessageCorrelator;
import io.orderflow.messagecorrelation.camunda.binding.DeployedBindings;
import io.orderflow.messagecorrelation.camunda.binding.EventBindingPlugin;
import io.orderflow.messagecorrelation.camunda.largecommands.LargeCommandsPlugin;
import io.orderflow.messagecorrelation.camunda.multiinstance.LeanJoins;
import io.orderflow.messagecorrelation.camunda.prefetch.PrefetchPlugin;
import io.orderflow.testing.support.postgres.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** One application node: an engine, its pool and a correlator, on a database that it may share with other nodes. */
final class Node implements AutoCloseable {

    private static final AtomicInteger NODES = new AtomicInteger();

    private final HikariDataSource pool = new HikariDataSource();
    final StatementCounter statements;
    final DataSourceTransactionManager transactions;
    final ProcessEngine engine;
    final MessageCorrelator correlator;
    final KeptMessages kept;
    private final InstanceLedger ledger;
    private final DeployedBindings bindings = new DeployedBindings();

    /** What the test wants to happen at "Label". */
    volatile JavaDelegate label = execution -> {};

    /** What the test wants to happen at "Delivered". */
    volatile JavaDelegate atTheEnd = execution -> {};

    Node(TestDatabase database) {
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        pool.setMaximumPoolSize(4);
        // As the service has it: a row that another node was faster with fails a statement of many rows.
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        statements = new StatementCounter(pool);
        transactions = new DataSourceTransactionManager(statements.dataSource());
        ledger = new InstanceLedger(JdbcClient.create(statements.dataSource()), Clock.systemUTC());
        kept = new KeptMessages(JdbcClient.create(statements.dataSource()));
        new MessageCorrelationSchema(pool);
        engine = buildEngine(statements.dataSource());
        correlator = new CamundaMessageCorrelator(engine, ledger, bindings);
    }

    private ProcessEngine buildEngine(DataSource dataSource) {
        SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
        configuration.setProcessEngineName("node-" + NODES.incrementAndGet());
        configuration.setDataSource(dataSource);
        configuration.setTransactionManager(transactions);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistoryLevel(HistoryLevel.HISTORY_LEVEL_ACTIVITY);
        configuration.setHistoryRemovalTimeStrategy("start");
        configuration.setJobExecutorActivate(false);
        configuration.setDbMetricsReporterActivate(false);
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setBeans(
                Map.of("label", (JavaDelegate) execution -> label.execute(execution), "atTheEnd", (ExecutionListener)
                        execution -> atTheEnd.execute(execution)));
        configuration.getProcessEnginePlugins().add(new WatchedSubscriptionsPlugin(ledger, bindings, () -> kept));
        configuration.getProcessEnginePlugins().add(new EventBindingPlugin(null, bindings));
        configuration.getProcessEnginePlugins().add(new PrefetchPlugin());
        configuration.getProcessEnginePlugins().add(new LargeCommandsPlugin());
        configuration.getProcessEnginePlugins().add(LeanJoins.plugin(true));
        ProcessEngine built = configuration.buildProcessEngine();
        built.getRepositoryService()
                .createDeployment()
                .name("parcel")
                .enableDuplicateFiltering(true)
                .addClasspathResource("parcel.bpmn")
                .deploy();
        return built;
    }

    JdbcClient jdbc() {
        return JdbcClient.create(pool);
    }

    List<CorrelationOutcome> correlate(CorrelationRequest... requests) {
        return correlator.correlate(List.of(requests));
    }

    long runningInstances() {
        return engine.getRuntimeService().createProcessInstanceQuery().count();
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }
}
