package io.orderflow.messagecorrelation.camunda;

import io.orderflow.messagecorrelation.CorrelationOutcome;
import io.orderflow.messagecorrelation.CorrelationOutcome.Ambiguous;
import io.orderflow.messagecorrelation.CorrelationOutcome.Correlated;
import io.orderflow.messagecorrelation.CorrelationOutcome.Finished;
import io.orderflow.messagecorrelation.CorrelationOutcome.Suspended;
import io.orderflow.messagecorrelation.CorrelationRequest;
import io.orderflow.messagecorrelation.EngineRaceException;
import io.orderflow.messagecorrelation.camunda.Addresses.NewestBindings;
import io.orderflow.messagecorrelation.camunda.binding.DeployedBindings;
import java.util.List;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;

/**
 * Hands one message to one instance, both in the command's cache. Asks first who waits and never provokes the engine's
 * exceptions: one of them would spoil the transaction for everybody in it.
 */
final class MessageDelivery {

    private final DbEntityManager entities;
    private final SubscriptionIndex index;
    private final NewestBindings newest;

    MessageDelivery(CommandContext context, DeployedBindings bindings) {
        this.entities = context.getDbEntityManager();
        this.index = WatchedSubscriptions.of(context).index();
        this.newest = (processKey, eventType) -> bindings.catching(context, processKey, eventType);
    }

    CorrelationOutcome deliver(String instanceId, CorrelationRequest request) {
        @Nullable ExecutionEntity instance = entities.getCachedEntity(ExecutionEntity.class, instanceId);
        if (instance == null || instance.isEnded() || entities.isDeleted(instance)) {
            return new Finished(instanceId);
        }
        Addresses addresses = Addresses.of(request, instance);
        List<EventSubscriptionEntity> places = addresses.messages().stream()
                .flatMap(message -> index.find(entities, instanceId, message).stream())
                .toList();
        if (places.isEmpty()) {
            return addresses.nobody(instanceId, newest);
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
        String element = place.getActivityId();
        place.eventReceived(addresses.variablesFor(element), false);
        return new Correlated(instanceId, element);
    }
}
