package io.orderflow.orchestration.config;

import io.orderflow.orchestration.decisions.QuickFeelEngine;
import java.util.Map;
import javax.xml.datatype.DatatypeFactory;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;

/**
 * Engine settings that are not for an installation to choose: they close what the engine leaves open by default, or the
 * code relies on them. There is no limit on query results: the engine would refuse Cockpit's own unbounded queries (the
 * versions of a process, the groups), and nobody but its logged-in users can ask at all.
 */
final class EngineSettings extends AbstractProcessEnginePlugin {

    private final Map<Object, Object> beans;

    /** @param beans the only beans that an expression in a process model can name */
    EngineSettings(Map<Object, Object> beans) {
        this.beans = Map.copyOf(beans);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        makeDurationsCheap();
        DefaultDmnEngineConfiguration decisions =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        decisions.setFeelEngineFactory(QuickFeelEngine.factory());
        engine.setDmnEngineConfiguration(decisions);

        // Models come from analysts: without this an expression could call any bean of the application.
        engine.setBeans(beans);
        engine.setExpressionManager(new JuelExpressionManager(beans));

        // Whoever may write a filter or a query in a web application could otherwise run code on the server.
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setJavaSerializationFormatEnabled(false);

        // The engine allows letters and digits only; people have e-mail addresses, our group and tenants have names.
        engine.setUserResourceWhitelistPattern("[a-zA-Z0-9@_.-]+");
        engine.setGroupResourceWhitelistPattern("[a-zA-Z0-9-]+");
        engine.setTenantResourceWhitelistPattern("[a-zA-Z0-9_.-]+");

        // Who may work on a task may take and complete it, not give it to others or change what it is about.
        engine.setDefaultUserPermissionNameForTask(Permissions.TASK_WORK.getName());

        // A model says how long its history is kept; removal is decided at the start, which saves an update of every
        // history row at the end, and happens at night.
        engine.setEnforceHistoryTimeToLive(true);
        engine.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_START);
        engine.setHistoryCleanupBatchWindowStartTime("01:00");
        engine.setHistoryCleanupBatchWindowEndTime("05:00");

        // A node that starts with the models that are already deployed adds no version. What did not change is not
        // deployed
        // with what did, so a model has to refer to decisions and forms by their latest version.
        ((SpringProcessEngineConfiguration) engine).setDeployChangedOnly(true);
    }

    /** For every timer the JDK searches all jars for another implementation than its own, unless it is told. */
    private static void makeDurationsCheap() {
        if (System.getProperty(DatatypeFactory.DATATYPEFACTORY_PROPERTY) == null) {
            System.setProperty(
                    DatatypeFactory.DATATYPEFACTORY_PROPERTY, DatatypeFactory.DATATYPEFACTORY_IMPLEMENTATION_CLASS);
        }
    }
}
