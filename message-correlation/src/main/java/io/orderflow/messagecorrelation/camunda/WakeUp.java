package io.orderflow.messagecorrelation.camunda;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.orderflow.messagecorrelation.CorrelationOutcome;
import io.orderflow.messagecorrelation.CorrelationOutcome.Correlated;
import io.orderflow.messagecorrelation.EarlyMessageFailedException;
import io.orderflow.messagecorrelation.EarlyMessages;
import io.orderflow.messagecorrelation.EarlyMessages.EarlyMessage;
import io.orderflow.messagecorrelation.InstanceKey;
import io.orderflow.messagecorrelation.camunda.binding.DeployedBindings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContextListener;
import org.springframework.dao.TransientDataAccessException;

/**
 * Runs at the end of a command that has made instances wait, before the engine writes: what was kept for them is delivered
 * now, in the same transaction. What is delivered may make them wait for the next message, so it goes on until nothing is
 * left.
 */
final class WakeUp implements CommandContextListener {

    private final InstanceLedger ledger;
    private final DeployedBindings bindings;
    private final EarlyMessages early;
    private final WatchedSubscriptions subscriptions;

    /** Kept and not delivered yet; nobody can add to it, because the keys are locked. */
    private final Map<InstanceKey, List<EarlyMessage>> kept = new HashMap<>();

    private final Map<EarlyMessage, CorrelationOutcome> taken = new LinkedHashMap<>();

    WakeUp(InstanceLedger ledger, DeployedBindings bindings, EarlyMessages early, WatchedSubscriptions subscriptions) {
        this.ledger = ledger;
        this.bindings = bindings;
        this.early = early;
        this.subscriptions = subscriptions;
    }

    @Override
    public void onCommandContextClose(CommandContext context) {
        MessageDelivery delivery = new MessageDelivery(context, bindings);
        for (Map<InstanceKey, String> waiting = subscriptions.takeWaiting();
                !waiting.isEmpty();
                waiting = subscriptions.takeWaiting()) {
            fetch(waiting.keySet());
            waiting.forEach((key, instanceId) -> deliver(key, instanceId, delivery));
        }
        if (!taken.isEmpty()) {
            early.settle(taken);
        }
    }

    @Override
    public void onCommandFailed(CommandContext context, Throwable failure) {
        // Nothing is left to do: whatever was delivered is rolled back with the rest.
    }

    private void fetch(Set<InstanceKey> waiting) {
        Set<InstanceKey> unlocked =
                waiting.stream().filter(key -> !subscriptions.isLocked(key)).collect(toSet());
        ledger.lock(unlocked);
        subscriptions.markLocked(unlocked);
        Set<InstanceKey> unknown =
                waiting.stream().filter(key -> !kept.containsKey(key)).collect(toSet());
        if (!unknown.isEmpty()) {
            unknown.forEach(key -> kept.put(key, List.of()));
            kept.putAll(early.of(unknown).stream().collect(groupingBy(EarlyMessage::key)));
        }
    }

    private void deliver(InstanceKey key, String instanceId, MessageDelivery delivery) {
        List<EarlyMessage> left = new ArrayList<>();
        for (EarlyMessage message : kept.getOrDefault(key, List.of())) {
            CorrelationOutcome outcome = deliver(message, instanceId, delivery);
            if (outcome instanceof Correlated) {
                taken.put(message, outcome);
            } else {
                left.add(message);
            }
        }
        kept.put(key, left);
    }

    private CorrelationOutcome deliver(EarlyMessage message, String instanceId, MessageDelivery delivery) {
        try {
            return message.carryOut(() -> delivery.deliver(instanceId, message.request()));
        } catch (RuntimeException failure) {
            RuntimeException translated = EngineFailures.translate(failure);
            if (translated instanceof TransientDataAccessException) {
                throw translated;
            }
            early.failed(message, failure);
            throw new EarlyMessageFailedException(message.request(), failure);
        }
    }
}
