package io.orderflow.messagecorrelation.camunda;

import io.orderflow.messagecorrelation.CorrelationOutcome;
import io.orderflow.messagecorrelation.CorrelationOutcome.AlreadyStarted;
import io.orderflow.messagecorrelation.CorrelationOutcome.Correlated;
import io.orderflow.messagecorrelation.CorrelationOutcome.Finished;
import io.orderflow.messagecorrelation.CorrelationOutcome.NotWaiting;
import io.orderflow.messagecorrelation.CorrelationOutcome.UnknownInstance;
import io.orderflow.messagecorrelation.CorrelationRequest;
import io.orderflow.messagecorrelation.CorrelationTarget.StartProcess;
import io.orderflow.messagecorrelation.EngineRaceException;
import io.orderflow.messagecorrelation.InstanceKey;
import io.orderflow.messagecorrelation.binding.Unmatched;
import io.orderflow.messagecorrelation.camunda.binding.DeployedBindings;
import io.orderflow.messagecorrelation.camunda.prefetch.Prefetch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * The requests of one call. Locks their instances' ledger rows and reads what it needs for all of them up front, carries
 * them out one by one on the engine's cached entities, and leaves writing to the engine's single flush and to one ledger
 * update. What it makes instances wait for is looked after by {@link WakeUp}.
 */
final class CorrelationBatch implements Command<List<CorrelationOutcome>> {

    private final InstanceLedger ledger;
    private final DeployedBindings bindings;
    private final List<CorrelationRequest> requests;
    private final IntConsumer turn;

    CorrelationBatch(
            InstanceLedger ledger, DeployedBindings bindings, List<CorrelationRequest> requests, IntConsumer turn) {
        this.ledger = ledger;
        this.bindings = bindings;
        this.requests = requests;
        this.turn = turn;
    }

    @Override
    public List<CorrelationOutcome> execute(CommandContext context) {
        ProcessStarter starter = new ProcessStarter(context, bindings);
        Set<InstanceKey> won = ledger.win(starter.processesFor(requests));
        Map<InstanceKey, String> instances = ledger.lock(keysBeside(won));
        WatchedSubscriptions subscriptions = WatchedSubscriptions.of(context);
        subscriptions.markLocked(won);
        subscriptions.markLocked(instances.keySet());
        Prefetch prefetch = new Prefetch(context);
        prefetch.load(instances.values()).forEach(subscriptions.index()::add);
        try {
            return carryOut(starter, new MessageDelivery(context, bindings), instances);
        } catch (RuntimeException failure) {
            throw raceOr(failure, prefetch);
        }
    }

    /**
     * The engine reads variables when it needs them. If another transaction has removed them since, whatever needs them
     * fails in its own way, in our process's code as well; that the instance has moved tells this from a mistake.
     */
    private RuntimeException raceOr(RuntimeException failure, Prefetch prefetch) {
        try {
            return ledger.haveMoved(prefetch.asRead())
                    ? new EngineRaceException("another transaction has just moved the same instance", failure)
                    : failure;
        } catch (DataAccessException transactionIsBroken) {
            return failure;
        }
    }

    private List<CorrelationOutcome> carryOut(
            ProcessStarter starter, MessageDelivery delivery, Map<InstanceKey, String> instances) {
        Map<InstanceKey, String> started = new HashMap<>();
        List<CorrelationOutcome> outcomes = new ArrayList<>(requests.size());
        for (int index = 0; index < requests.size(); index++) {
            CorrelationRequest request = requests.get(index);
            InstanceKey key = InstanceKey.of(request);
            @Nullable String instanceId = instances.get(key);
            turn.accept(index);
            CorrelationOutcome outcome;
            if (instanceId == null) {
                outcome = starter.start(request);
            } else if (request.target() instanceof StartProcess) {
                outcome = new AlreadyStarted(instanceId);
            } else {
                outcome = delivery.deliver(instanceId, request);
                if (outcome instanceof Finished && starter.starts(request)) {
                    outcome = new AlreadyStarted(instanceId);
                }
            }
            if (outcome instanceof CorrelationOutcome.Started start) {
                instances.put(key, start.processInstanceId());
                started.put(key, start.processInstanceId());
            }
            outcomes.add(outcome);
        }
        offerAgain(delivery, instances, outcomes);
        ledger.setInstances(started);
        if (!ledger.expect(keysOf(UnknownInstance.class, outcomes))) {
            throw new EngineRaceException("another transaction has just started an instance that was unknown", null);
        }
        return outcomes;
    }

    /** A later request may have made its instance wait for an earlier one, which nobody could find where early ones are kept. */
    private void offerAgain(
            MessageDelivery delivery, Map<InstanceKey, String> instances, List<CorrelationOutcome> outcomes) {
        boolean again = true;
        while (again) {
            again = false;
            for (int index = 0; index < requests.size(); index++) {
                @Nullable String instanceId = instances.get(InstanceKey.of(requests.get(index)));
                if (instanceId != null && isEarly(outcomes.get(index))) {
                    turn.accept(index);
                    outcomes.set(index, delivery.deliver(instanceId, requests.get(index)));
                    again |= outcomes.get(index) instanceof Correlated;
                }
            }
        }
    }

    private static boolean isEarly(CorrelationOutcome outcome) {
        return outcome instanceof UnknownInstance
                || (outcome instanceof NotWaiting notWaiting && notWaiting.unmatched() == Unmatched.PARK);
    }

    private Set<InstanceKey> keysOf(Class<? extends CorrelationOutcome> kind, List<CorrelationOutcome> outcomes) {
        Set<InstanceKey> keys = new HashSet<>();
        for (int index = 0; index < requests.size(); index++) {
            if (kind.isInstance(outcomes.get(index))) {
                keys.add(InstanceKey.of(requests.get(index)));
            }
        }
        return keys;
    }

    private Set<InstanceKey> keysBeside(Set<InstanceKey> won) {
        Set<InstanceKey> keys = new HashSet<>();
        for (CorrelationRequest request : requests) {
            keys.add(InstanceKey.of(request));
        }
        keys.removeAll(won);
        return keys;
    }
}
