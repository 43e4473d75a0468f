package io.orderflow.messagecorrelation.camunda.binding;

import io.orderflow.messagecorrelation.binding.EventCatalogue;
import io.orderflow.testing.support.postgres.TestDatabase;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.jspecify.annotations.Nullable;

/** An engine of one node that reads bindings, on a clock of its own. */
final class BoundEngine implements AutoCloseable {

    private static final AtomicInteger ENGINES = new AtomicInteger();

    final AtomicLong nanos = new AtomicLong();
    final DeployedBindings bindings = new DeployedBindings(nanos::get);
    final ProcessEngine engine;

    BoundEngine(TestDatabase database, @Nullable EventCatalogue catalogue) {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bound-" + ENGINES.incrementAndGet());
        configuration.setJdbcDriver("org.postgresql.Driver");
        configuration.setJdbcUrl(database.url());
        configuration.setJdbcUsername(database.user());
        configuration.setJdbcPassword(database.password());
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setJobExecutorActivate(false);
        configuration.setDbMetricsReporterActivate(false);
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setProcessEnginePlugins(List.of(new EventBindingPlugin(catalogue, bindings)));
        engine = configuration.buildProcessEngine();
    }

    String deploy(String xml) {
        DeploymentWithDefinitions deployment = engine.getRepositoryService()
                .createDeployment()
                .addString("model.bpmn", xml)
                .deployWithResult();
        return deployment.getDeployedProcessDefinitions().get(0).getId();
    }

    EventBindings bindingsOf(String definitionId) {
        return command(context -> EventBindings.of(context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(definitionId)));
    }

    <T> T command(Function<CommandContext, T> command) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(command::apply);
    }

    @Override
    public void close() {
        engine.close();
    }
}
