package io.orderflow.messagecorrelation.camunda.binding;

import io.orderflow.messagecorrelation.CorrelationTarget.StartProcess;
import io.orderflow.messagecorrelation.binding.EventBinding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.ProcessDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;

/**
 * The newest version of each process at one moment. Immutable.
 *
 * @param bindings by process key
 * @param readAt on the clock of whoever asked
 */
record NewestVersions(Map<String, EventBindings> bindings, long readAt) {

    /** One statement; versions that this node does not know yet are loaded, once. Whoever asks, all processes are read. */
    static NewestVersions read(CommandContext context, long readAt) {
        return context.runWithoutAuthorization(() -> {
            ProcessDefinitionQueryImpl query = new ProcessDefinitionQueryImpl();
            query.latestVersion().withoutTenantId();
            List<ProcessDefinition> definitions =
                    context.getProcessDefinitionManager().findProcessDefinitionsByQueryCriteria(query, null);
            DeploymentCache cache = context.getProcessEngineConfiguration().getDeploymentCache();
            Map<String, EventBindings> bindings = new TreeMap<>();
            for (ProcessDefinition definition : definitions) {
                bindings.put(
                        definition.getKey(),
                        EventBindings.of(cache.resolveProcessDefinition((ProcessDefinitionEntity) definition)));
            }
            return new NewestVersions(bindings, readAt);
        });
    }

    Optional<StartProcess> startingOn(String eventType) {
        for (Map.Entry<String, EventBindings> process : bindings.entrySet()) {
            @Nullable
            EventBinding start = process.getValue().starting(eventType).orElse(null);
            if (start != null) {
                return Optional.of(new StartProcess(process.getKey(), start.eventType()));
            }
        }
        return Optional.empty();
    }

    List<EventBinding> catching(String processKey, String eventType) {
        @Nullable EventBindings process = bindings.get(processKey);
        return process == null ? List.of() : process.catching(eventType);
    }

    boolean isCaught(String eventType) {
        return bindings.values().stream()
                .anyMatch(process -> !process.catching(eventType).isEmpty());
    }
}
