package io.orderflow.messagecorrelation.camunda;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.orderflow.messagecorrelation.camunda.multiinstance.LeanJoins;
import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a parallel receive task costs with and without loop variables, at history level "activity". */
class LeanJoinCostIT {

    private static final Logger LOG = LoggerFactory.getLogger(LeanJoinCostIT.class);

    @ParameterizedTest
    @ValueSource(ints = {3, 100})
    void writesFewerRows(int elements) {
        Cost counted = measure(elements, false);
        Cost lean = measure(elements, true);

        LOG.info("{} elements, each ended in its own transaction: loop variables {}, lean {}", elements, counted, lean);
        // Of three variables of the body and one of each instance, and two updates whenever one ends but the last.
        int inserts = 3 + elements;
        int updates = 2 * (elements - 1);
        assertThat(counted.rows() - lean.rows()).isEqualTo(inserts + updates + inserts);
        assertThat(lean.statements()).isLessThan(counted.statements());
    }

    private static Cost measure(int elements, boolean lean) {
        TestDatabase database = TestPostgres.newDatabase();
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(database.url());
            pool.setUsername(database.user());
            pool.setPassword(database.password());
            pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
            StatementCounter statements = new StatementCounter(pool);
            ProcessEngine engine = engine(statements, lean);
            try {
                run(engine, statements, elements);
                return run(engine, statements, elements);
            } finally {
                engine.close();
            }
        }
    }

    private static Cost run(ProcessEngine engine, StatementCounter statements, int elements) {
        List<String> items =
                IntStream.rangeClosed(1, elements).mapToObj(Integer::toString).toList();
        Cost cost = Cost.of(engine, statements, () -> engine.getRuntimeService()
                .startProcessInstanceByKey("receive", Map.of("items", Variables.untypedValue(items, true))));
        for (String item : items) {
            cost = cost.plus(Cost.of(engine, statements, () -> engine.getRuntimeService()
                    .createMessageCorrelation("Done:" + item)
                    .correlate()));
        }
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count())
                .isZero();
        return cost;
    }

    private static ProcessEngine engine(StatementCounter statements, boolean lean) {
        SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
        configuration.setProcessEngineName("cost");
        configuration.setDataSource(statements.dataSource());
        configuration.setTransactionManager(new DataSourceTransactionManager(statements.dataSource()));
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistoryLevel(HistoryLevel.HISTORY_LEVEL_ACTIVITY);
        configuration.setHistoryRemovalTimeStrategy("start");
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setJobExecutorActivate(false);
        configuration.setDbMetricsReporterActivate(false);
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setBeans(Map.of());
        configuration.getProcessEnginePlugins().add(LeanJoins.plugin(lean));
        ProcessEngine engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "receive.bpmn",
                        Bpmn.createExecutableProcess("receive")
                                .startEvent()
                                .receiveTask()
                                .message("Done:${item}")
                                .multiInstance()
                                .parallel()
                                .camundaCollection("items")
                                .camundaElementVariable("item")
                                .multiInstanceDone()
                                .endEvent()
                                .done())
                .deploy();
        return engine;
    }

    private record Cost(long statements, long rows) {

        /** One transaction; what it has written by then, PostgreSQL says. */
        static Cost of(ProcessEngine engine, StatementCounter counter, Runnable work) {
            SpringProcessEngineConfiguration configuration =
                    (SpringProcessEngineConfiguration) engine.getProcessEngineConfiguration();
            Cost cost = new TransactionTemplate(configuration.getTransactionManager()).execute(transaction -> {
                long rows = rows(counter);
                long before = counter.executed();
                work.run();
                long statements = counter.executed() - before;
                return new Cost(statements, rows(counter) - rows);
            });
            assertThat(cost).isNotNull();
            return cost;
        }

        private static long rows(StatementCounter counter) {
            return JdbcClient.create(counter.dataSource())
                    .sql(
                            """
                            select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)
                              from pg_stat_xact_user_tables
                            """)
                    .query(Long.class)
                    .single();
        }

        Cost plus(Cost other) {
            return new Cost(statements + other.statements, rows + other.rows);
        }
    }
}
