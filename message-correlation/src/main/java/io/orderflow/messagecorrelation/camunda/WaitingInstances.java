package io.orderflow.messagecorrelation.camunda;

import io.orderflow.messagecorrelation.CorrelationRequest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * Brings instances, and where they wait for the messages of a batch, into the command's cache: two statements, by arrays,
 * however many instances. Delivering finds them there, and so does the engine.
 */
final class WaitingInstances {

    private final DbEntityManager entities;
    private final SubscriptionIndex index;

    /** Of every execution that was read, by id. */
    private final Map<String, Integer> revisions = new HashMap<>();

    WaitingInstances(CommandContext context) {
        this.entities = context.getDbEntityManager();
        this.index = WatchedSubscriptions.of(context).index();
    }

    /** @param requests what will be delivered, by instance */
    void load(Map<String, List<CorrelationRequest>> requests) {
        if (requests.isEmpty()) {
            return;
        }
        loadTrees(requests.keySet());
        Set<String> messages = new HashSet<>();
        requests.forEach((instanceId, wanted) -> {
            ExecutionEntity instance = entities.getCachedEntity(ExecutionEntity.class, instanceId);
            if (instance != null) {
                wanted.forEach(request ->
                        messages.addAll(Addresses.of(request, instance).messages()));
            }
        });
        if (!messages.isEmpty()) {
            WaitingStatements.selectWaiting(entities, requests.keySet(), messages)
                    .forEach(index::add);
        }
    }

    /**
     * Each tree comes from one statement, so it is one consistent moment of the instance. Left to itself the engine would
     * read execution by execution, and fall over a tree that another transaction has changed in between.
     */
    private void loadTrees(Set<String> instanceIds) {
        Set<String> absent = instanceIds.stream()
                .filter(id -> entities.getCachedEntity(ExecutionEntity.class, id) == null)
                .collect(Collectors.toSet());
        List<ExecutionEntity> read = WaitingStatements.selectTrees(entities, absent);
        read.forEach(execution -> revisions.put(execution.getId(), execution.getRevision()));
        read.stream()
                .collect(Collectors.groupingBy(ExecutionEntity::getProcessInstanceId))
                .forEach((instanceId, tree) -> tree.stream()
                        .filter(ExecutionEntity::isProcessInstanceExecution)
                        .forEach(root -> root.restoreProcessInstance(tree, null, null, null, null, null, null)));
    }

    /** The executions that were read, with the revisions they had then. */
    Map<String, Integer> asRead() {
        return revisions;
    }
}
