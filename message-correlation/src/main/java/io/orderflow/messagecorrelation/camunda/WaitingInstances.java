package io.orderflow.messagecorrelation.camunda;

import io.orderflow.messagecorrelation.CorrelationOutcome;
import io.orderflow.messagecorrelation.CorrelationOutcome.Ambiguous;
import io.orderflow.messagecorrelation.CorrelationOutcome.Correlated;
import io.orderflow.messagecorrelation.CorrelationOutcome.Finished;
import io.orderflow.messagecorrelation.CorrelationOutcome.NotWaiting;
import io.orderflow.messagecorrelation.CorrelationOutcome.Suspended;
import io.orderflow.messagecorrelation.EngineRaceException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for what, as this command sees it: the stored instances and subscriptions, read once by arrays, and those that
 * the command itself has created and not written yet. All live in the engine's entity cache, and so do their deletions;
 * therefore the cache is asked again for every request, and order inside the batch holds.
 */
final class WaitingInstances {

    private final DbEntityManager entities;

    /** Of every execution that was read, by id. */
    private final Map<String, Integer> revisions;

    private WaitingInstances(DbEntityManager entities, Map<String, Integer> revisions) {
        this.entities = entities;
        this.revisions = revisions;
    }

    /**
     * @param messages the messages that may be delivered, by instance
     */
    static WaitingInstances of(CommandContext context, Map<String, Set<String>> messages) {
        DbEntityManager entities = context.getDbEntityManager();
        Map<String, Integer> revisions = Map.of();
        if (!messages.isEmpty()) {
            revisions = loadTrees(entities, messages.keySet());
            Set<String> names = new HashSet<>();
            messages.values().forEach(names::addAll);
            WaitingStatements.selectWaiting(entities, messages.keySet(), names);
        }
        return new WaitingInstances(entities, revisions);
    }

    /**
     * Each tree comes from one statement, so it is one consistent moment of the instance. Left to itself the engine would
     * read execution by execution, and fall over a tree that another transaction has changed in between.
     */
    private static Map<String, Integer> loadTrees(DbEntityManager entities, Set<String> instanceIds) {
        Set<String> absent = instanceIds.stream()
                .filter(id -> entities.getCachedEntity(ExecutionEntity.class, id) == null)
                .collect(Collectors.toSet());
        List<ExecutionEntity> read = WaitingStatements.selectTrees(entities, absent);
        Map<String, Integer> revisions =
                read.stream().collect(Collectors.toMap(ExecutionEntity::getId, ExecutionEntity::getRevision));
        read.stream()
                .collect(Collectors.groupingBy(ExecutionEntity::getProcessInstanceId))
                .forEach((instanceId, tree) -> tree.stream()
                        .filter(ExecutionEntity::isProcessInstanceExecution)
                        .forEach(root -> root.restoreProcessInstance(tree, null, null, null, null, null, null)));
        return revisions;
    }

    /** The executions that were read, with the revisions they had then. */
    Map<String, Integer> asRead() {
        return revisions;
    }

    CorrelationOutcome deliver(String instanceId, String message, Map<String, Object> variables) {
        @Nullable ExecutionEntity instance = entities.getCachedEntity(ExecutionEntity.class, instanceId);
        if (instance == null || instance.isEnded() || entities.isDeleted(instance)) {
            return new Finished(instanceId);
        }
        List<EventSubscriptionEntity> places = find(instanceId, message);
        if (places.isEmpty()) {
            return new NotWaiting(instanceId);
        }
        if (places.size() > 1) {
            return new Ambiguous(instanceId, places.size());
        }
        if (instance.isSuspended()) {
            return new Suspended(instanceId);
        }
        EventSubscriptionEntity place = places.get(0);
        if (entities.getCachedEntity(ExecutionEntity.class, place.getExecutionId()) == null) {
            throw new EngineRaceException("another transaction has just moved " + instanceId, null);
        }
        place.eventReceived(variables, false);
        return new Correlated(instanceId);
    }

    private List<EventSubscriptionEntity> find(String instanceId, String message) {
        return entities.getCachedEntitiesByType(EventSubscriptionEntity.class).stream()
                .filter(subscription -> message.equals(subscription.getEventName())
                        && instanceId.equals(subscription.getProcessInstanceId())
                        && subscription.isSubscriptionForEventType(EventType.MESSAGE)
                        && !entities.isDeleted(subscription))
                .toList();
    }
}
