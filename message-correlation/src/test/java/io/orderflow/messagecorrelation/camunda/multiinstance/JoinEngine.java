package io.orderflow.messagecorrelation.camunda.multiinstance;

import com.zaxxer.hikari.HikariDataSource;
import io.orderflow.testing.support.postgres.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An engine with our join enabled, disabled or absent, on a database that it may share. */
final class JoinEngine implements AutoCloseable {

    private static final AtomicInteger ENGINES = new AtomicInteger();

    private final HikariDataSource pool = new HikariDataSource();
    final ProcessEngine engine;

    private JoinEngine(TestDatabase database, List<ProcessEnginePlugin> plugins) {
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        pool.setMaximumPoolSize(4);
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("join-" + ENGINES.incrementAndGet());
        configuration.setDataSource(pool);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistoryLevel(HistoryLevel.HISTORY_LEVEL_ACTIVITY);
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setJobExecutorActivate(false);
        configuration.setDbMetricsReporterActivate(false);
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setProcessEnginePlugins(plugins);
        engine = configuration.buildProcessEngine();
    }

    static JoinEngine lean(TestDatabase database) {
        return new JoinEngine(database, List.of(new LeanJoin(true)));
    }

    static JoinEngine disabled(TestDatabase database) {
        return new JoinEngine(database, List.of(new LeanJoin(false)));
    }

    static JoinEngine plain(TestDatabase database) {
        return new JoinEngine(database, List.of());
    }

    /** @return id of the process definition */
    String deploy(BpmnModelInstance model) {
        return engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("model.bpmn", model)
                .deployWithResult()
                .getDeployedProcessDefinitions()
                .get(0)
                .getId();
    }

    /** @return id of an instance with these items */
    String start(String definitionId, List<String> items) {
        return engine.getRuntimeService()
                .startProcessInstanceById(
                        definitionId,
                        Map.of(
                                "items",
                                Variables.untypedValue(items, true),
                                "parts",
                                Variables.untypedValue(List.of("x", "y"), true)))
                .getId();
    }

    void send(String instance, String message) {
        Execution execution = engine.getRuntimeService()
                .createExecutionQuery()
                .processInstanceId(instance)
                .messageEventSubscriptionName(message)
                .singleResult();
        engine.getRuntimeService().messageEventReceived(message, execution.getId());
    }

    /** Sends every message that the instance waits for, in one command. */
    void sendAll(String instance) {
        inOneCommand(() ->
                engine.getRuntimeService().createEventSubscriptionQuery().processInstanceId(instance).list().stream()
                        .filter(subscription -> subscription.getEventName().startsWith("Done:"))
                        .map(EventSubscriptionEntity.class::cast)
                        .forEach(subscription -> subscription.eventReceived(null, false)));
    }

    void inOneCommand(Runnable work) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> {
                    work.run();
                    return null;
                });
    }

    /** Completes all user tasks of an activity. */
    void complete(String instance, String activity) {
        engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey(activity)
                .list()
                .forEach(task -> engine.getTaskService().complete(task.getId()));
    }

    void executeJobs(String instance) {
        List<Job> jobs = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .list();
        jobs.forEach(job -> engine.getManagementService().executeJob(job.getId()));
    }

    boolean runs(String instance) {
        return count("select count(*) from act_ru_execution where proc_inst_id_ = ?", instance) > 0;
    }

    long loopVariables(String instance) {
        return count(
                "select count(*) from act_ru_variable where proc_inst_id_ = ? and (name_ like 'nrOf%' or name_ = 'loopCounter')",
                instance);
    }

    /** Every activity that the instance went through, how often, and how it ended. */
    List<String> history(String instance) {
        return jdbc().sql(
                        """
                        select act_id_ || ' ' || act_inst_state_ || ' ' || (end_time_ is not null) || ' ' || count(*)
                          from act_hi_actinst where proc_inst_id_ = ?
                         group by act_id_, act_inst_state_, end_time_ is not null
                         order by 1
                        """)
                .param(instance)
                .query(String.class)
                .list();
    }

    JdbcClient jdbc() {
        return JdbcClient.create(pool);
    }

    long count(String sql, String instance) {
        return jdbc().sql(sql).param(instance).query(Long.class).single();
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }
}
