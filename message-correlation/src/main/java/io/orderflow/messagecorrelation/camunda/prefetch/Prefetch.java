package io.orderflow.messagecorrelation.camunda.prefetch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * Brings whole process instances into a command's cache: their executions, subscriptions and variables, and when their
 * activities began; one statement each, by arrays, however many instances. Left to itself the engine reads them execution by
 * execution, and falls over a tree that another transaction has changed in between.
 */
public final class Prefetch {

    private final CommandContext context;
    private final DbEntityManager entities;

    /** Of every execution that was read, by id. */
    private final Map<String, Integer> revisions = new HashMap<>();

    public Prefetch(CommandContext context) {
        this.context = context;
        this.entities = context.getDbEntityManager();
    }

    /**
     * Reads those of the instances that exist and are not in the cache yet.
     *
     * @return where they wait
     */
    public List<EventSubscriptionEntity> load(Collection<String> instanceIds) {
        Set<String> absent = instanceIds.stream()
                .filter(id -> entities.getCachedEntity(ExecutionEntity.class, id) == null)
                .collect(Collectors.toSet());
        if (absent.isEmpty()) {
            return List.of();
        }
        List<ExecutionEntity> executions = PrefetchStatements.selectExecutions(entities, absent);
        if (executions.isEmpty()) {
            return List.of();
        }
        executions.forEach(execution -> revisions.put(execution.getId(), execution.getRevision()));
        List<EventSubscriptionEntity> subscriptions = PrefetchStatements.selectSubscriptions(entities, absent);
        List<VariableInstanceEntity> variables = PrefetchStatements.selectVariables(entities, absent);
        StartTimes.of(context).ifPresent(times -> times.read(entities, activityInstancesOf(executions)));

        Map<String, List<EventSubscriptionEntity>> subscriptionsOf =
                subscriptions.stream().collect(Collectors.groupingBy(EventSubscriptionEntity::getProcessInstanceId));
        Map<String, List<VariableInstanceEntity>> variablesOf =
                variables.stream().collect(Collectors.groupingBy(VariableInstanceEntity::getProcessInstanceId));
        executions.stream()
                .collect(Collectors.groupingBy(ExecutionEntity::getProcessInstanceId))
                .forEach((id, tree) -> restore(
                        tree, subscriptionsOf.getOrDefault(id, List.of()), variablesOf.getOrDefault(id, List.of())));
        return subscriptions;
    }

    /** The executions that were read, with the revisions they had then. */
    public Map<String, Integer> asRead() {
        return revisions;
    }

    private static void restore(
            List<ExecutionEntity> tree,
            List<EventSubscriptionEntity> subscriptions,
            List<VariableInstanceEntity> variables) {
        tree.stream()
                .filter(ExecutionEntity::isProcessInstanceExecution)
                .forEach(root -> root.restoreProcessInstance(tree, subscriptions, variables, null, null, null, null));
    }

    private static Collection<String> activityInstancesOf(List<ExecutionEntity> executions) {
        return executions.stream()
                .map(ExecutionEntity::getActivityInstanceId)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
