package io.orderflow.messagecorrelation.camunda;

import io.orderflow.messagecorrelation.InstanceKey;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContextListener;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionManager;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * Takes the place of the engine's own subscription manager, because every new subscription passes here, whatever command
 * makes it. A session of the engine: one for each command, used by one thread.
 */
final class WatchedSubscriptions extends EventSubscriptionManager {

    private final Function<WatchedSubscriptions, CommandContextListener> atTheEnd;
    private final SubscriptionIndex index = new SubscriptionIndex();
    private final Set<InstanceKey> locked = new HashSet<>();
    private final Map<InstanceKey, String> waiting = new LinkedHashMap<>();
    private boolean watched;

    /** @param atTheEnd what looks after the command's new subscriptions before they are written */
    WatchedSubscriptions(Function<WatchedSubscriptions, CommandContextListener> atTheEnd) {
        this.atTheEnd = atTheEnd;
    }

    static WatchedSubscriptions of(CommandContext context) {
        return (WatchedSubscriptions) context.getEventSubscriptionManager();
    }

    @Override
    public void insert(EventSubscriptionEntity subscription) {
        super.insert(subscription);
        if (subscription.getExecutionId() != null && subscription.isSubscriptionForEventType(EventType.MESSAGE)) {
            index.add(subscription);
            ExecutionEntity instance = subscription.getExecution().getProcessInstance();
            // An instance called by another one has no events of its own.
            if (instance.getBusinessKey() != null && instance.getSuperExecutionId() == null) {
                waiting.put(keyOf(instance), instance.getId());
                watch();
            }
        }
    }

    /**
     * The engine looks for jobs that would deliver the event later, one statement for each subscription. Only signals are
     * ever delivered that way.
     */
    @Override
    public void deleteEventSubscription(EventSubscriptionEntity subscription) {
        if (subscription.isSubscriptionForEventType(EventType.MESSAGE)) {
            getDbEntityManager().delete(subscription);
        } else {
            super.deleteEventSubscription(subscription);
        }
    }

    /** Once for each command: a command's listeners are called in one go, and none can join then. */
    private void watch() {
        if (!watched) {
            watched = true;
            Context.getCommandContext().registerCommandContextListener(atTheEnd.apply(this));
        }
    }

    SubscriptionIndex index() {
        return index;
    }

    /** Ids of the instances that have begun to wait for something since the last call. */
    Map<InstanceKey, String> takeWaiting() {
        Map<InstanceKey, String> taken = new LinkedHashMap<>(waiting);
        waiting.clear();
        return taken;
    }

    /** This command holds the ledger rows of these keys. */
    void markLocked(Set<InstanceKey> keys) {
        locked.addAll(keys);
    }

    boolean isLocked(InstanceKey key) {
        return locked.contains(key);
    }

    private static InstanceKey keyOf(ExecutionEntity instance) {
        return new InstanceKey(Objects.requireNonNullElse(instance.getTenantId(), ""), instance.getBusinessKey());
    }
}
