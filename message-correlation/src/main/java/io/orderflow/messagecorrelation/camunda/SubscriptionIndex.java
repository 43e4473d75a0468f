package io.orderflow.messagecorrelation.camunda;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;

/**
 * The message subscriptions that a command knows, by instance and message: those that it has read and those that it has
 * created and not written yet. The engine's cache would have to be searched from one end to the other for every message.
 */
final class SubscriptionIndex {

    private final Map<Place, List<EventSubscriptionEntity>> subscriptions = new HashMap<>();

    private record Place(String instanceId, String message) {}

    void add(EventSubscriptionEntity subscription) {
        List<EventSubscriptionEntity> places = subscriptions.computeIfAbsent(
                new Place(subscription.getProcessInstanceId(), subscription.getEventName()),
                place -> new ArrayList<>(1));
        // What was created here and is read again is the same object: the engine's cache sees to that.
        if (!places.contains(subscription)) {
            places.add(subscription);
        }
    }

    /** Where the instance waits for the message now. */
    List<EventSubscriptionEntity> find(DbEntityManager entities, String instanceId, String message) {
        return subscriptions.getOrDefault(new Place(instanceId, message), List.of()).stream()
                .filter(subscription -> !entities.isDeleted(subscription))
                .toList();
    }
}
