package io.orderflow.orchestration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.bpmn.OrderFulfillmentProcess;
import io.orderflow.bpmn.OrderFulfillmentProcess.Delegates;
import io.orderflow.messagecorrelation.MessageCorrelator;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine must be like, whatever an installation configures. */
class EngineSettingsIT extends RunningOrchestration {

    @Test
    void theModelIsDeployedOnceAndKeepsHistoryForAWhile() {
        assertThat(engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(OrderFulfillmentProcess.KEY)
                        .list())
                .singleElement()
                .satisfies(definition -> {
                    assertThat(definition.getVersion()).isEqualTo(1);
                    assertThat(definition.getTenantId()).isNull();
                    assertThat(definition.getHistoryTimeToLive()).isEqualTo(180);
                });
    }

    @Test
    void historyIsOfActivitiesAndDatedAtTheStart() {
        assertThat(configuration().getHistoryLevel()).isEqualTo(HistoryLevel.HISTORY_LEVEL_ACTIVITY);
        assertThat(configuration().getHistoryRemovalTimeStrategy()).isEqualTo("start");
    }

    @Test
    void flywayHasMadeTheEnginesTables() {
        assertThat(configuration().getDatabaseSchemaUpdate()).isEqualTo("false");
        assertThat(jdbc.sql("select version from flyway_schema_history where success order by installed_rank")
                        .query(String.class)
                        .list())
                .contains("1", "2", "3");
        assertThat(jdbc.sql("select count(*) from pg_indexes where indexname = 'orderflow_idx_event_subscr_waiting'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    /** The planner uses them for what the engine asks; it would read the table if they were not meant for that. */
    @ParameterizedTest
    @CsvSource({
        "act_ru_execution, super_exec_, act_idx_exe_super",
        "act_ru_execution, business_key_, act_idx_exec_buskey",
        "act_ru_variable, task_id_, act_idx_variable_task",
        "act_ru_variable, bytearray_id_, act_idx_var_bytearray",
        "act_ru_variable, batch_id_, act_idx_batch_id",
        "act_ru_event_subscr, configuration_, act_idx_event_subscr_config_"
    })
    void indexesWithoutEmptyColumnsAnswerWhatIsAsked(String table, String column, String index) throws SQLException {
        try (Connection connection = configuration().getDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off");
            try (ResultSet plan =
                    statement.executeQuery("explain select * from %s where %s = 'x'".formatted(table, column))) {
                StringBuilder lines = new StringBuilder();
                while (plan.next()) {
                    lines.append(plan.getString(1)).append('\n');
                }
                assertThat(lines.toString()).contains(index);
            } finally {
                statement.execute("reset enable_seqscan");
            }
        }
    }

    @Test
    void aLargeCommandsRowsAreOrderedOurWay() {
        assertThat(configuration()
                        .getSessionFactories()
                        .get(DbEntityManager.class)
                        .getClass()
                        .getPackageName())
                .isEqualTo(MessageCorrelator.class.getPackageName() + ".camunda.largecommands");
    }

    @Test
    void theEngineReadsCommittedData() {
        assertThat(jdbc.sql("show transaction_isolation").query(String.class).single())
                .isEqualTo("read committed");
    }

    @Test
    void aModelWithoutTimeToLiveIsRefused() {
        BpmnModelInstance endless =
                Bpmn.createExecutableProcess("endless").startEvent().endEvent().done();
        endless.<Process>getModelElementById("endless").setCamundaHistoryTimeToLiveString(null);

        assertThatThrownBy(() -> engine.getRepositoryService()
                        .createDeployment()
                        .addModelInstance("endless.bpmn", endless)
                        .deploy())
                .isInstanceOf(ParseException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Delegates.RELEASE_LINE,
                Delegates.REPORT_ORCHESTRATION_STARTED,
                Delegates.REPORT_ORCHESTRATION_FINISHED,
                Delegates.RECORD_DECISION,
                "deadlines.fulfilment",
                "deadlines.approvalReminder"
            })
    void expressionsSeeWhatModelsNeed(String bean) {
        assertThat(evaluate("${" + bean + "}")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dataSource", "outbox", "environment", "processEngine", "currentOrigin"})
    void expressionsSeeNoOtherBean(String bean) {
        assertThatThrownBy(() -> evaluate("${" + bean + "}"))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining(bean);
    }

    @Test
    void whatTheEngineLeavesOpenIsClosed() {
        assertThat(configuration().isAuthorizationEnabled()).isTrue();
        assertThat(configuration().isEnableExpressionsInStoredQueries()).isFalse();
        assertThat(configuration().isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(configuration().isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(configuration().isJavaSerializationFormatEnabled()).isFalse();
        assertThat(configuration().getDefaultUserPermissionForTask()).isEqualTo(Permissions.TASK_WORK);
    }

    /** Lock and longest pause together are how long a dead node's job lies about. */
    @Test
    void aJobOfADeadNodeIsTakenOverWithinAMinute() {
        JobExecutor jobs = configuration().getJobExecutor();

        assertThat(jobs.getLockTimeInMillis() + jobs.getMaxWait()).isEqualTo(40_000);
        assertThat(jobs.isActive()).isTrue();
    }

    @Test
    void aFailedJobIsTriedAgainAfterGrowingPauses() {
        assertThat(configuration().getFailedJobRetryTimeCycle()).isEqualTo("PT10S,PT1M,PT10M,PT1H");
    }

    private Object evaluate(String expression) {
        return configuration().getCommandExecutorTxRequired().execute(context -> configuration()
                .getExpressionManager()
                .createExpression(expression)
                .getValue(StartProcessVariableScope.getSharedInstance()));
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }
}
