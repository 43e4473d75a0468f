package io.orderflow.messagecorrelation.camunda;

import io.orderflow.messagecorrelation.CorrelationOutcome;
import io.orderflow.messagecorrelation.CorrelationOutcome.AlreadyStarted;
import io.orderflow.messagecorrelation.CorrelationOutcome.UnknownInstance;
import io.orderflow.messagecorrelation.CorrelationRequest;
import io.orderflow.messagecorrelation.CorrelationTarget.StartProcess;
import io.orderflow.messagecorrelation.CorrelationTarget.WaitingInstance;
import io.orderflow.messagecorrelation.EngineRaceException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * The requests of one call. Reads what it needs for all of them up front, carries them out one by one on the engine's
 * cached entities, and leaves writing to the engine's single flush and to one ledger update.
 */
final class CorrelationBatch implements Command<List<CorrelationOutcome>> {

    private final InstanceLedger ledger;
    private final List<CorrelationRequest> requests;
    private final IntConsumer turn;

    CorrelationBatch(InstanceLedger ledger, List<CorrelationRequest> requests, IntConsumer turn) {
        this.ledger = ledger;
        this.requests = requests;
        this.turn = turn;
    }

    @Override
    public List<CorrelationOutcome> execute(CommandContext context) {
        Set<InstanceKey> won = ledger.win(processesToStart());
        Map<InstanceKey, String> instances = ledger.find(keysBeside(won));
        WaitingInstances waiting = WaitingInstances.of(context, messagesOf(instances));
        try {
            return carryOut(context, instances, waiting);
        } catch (RuntimeException failure) {
            throw raceOr(failure, waiting);
        }
    }

    /**
     * The engine reads variables when it needs them. If another transaction has removed them since, whatever needs them
     * fails in its own way, in our process's code as well; that the instance has moved tells this from a mistake.
     */
    private RuntimeException raceOr(RuntimeException failure, WaitingInstances waiting) {
        try {
            return ledger.haveMoved(waiting.asRead())
                    ? new EngineRaceException("another transaction has just moved the same instance", failure)
                    : failure;
        } catch (DataAccessException transactionIsBroken) {
            return failure;
        }
    }

    private List<CorrelationOutcome> carryOut(
            CommandContext context, Map<InstanceKey, String> instances, WaitingInstances waiting) {
        ProcessStarter starter = new ProcessStarter(context);
        Map<InstanceKey, String> started = new HashMap<>();

        List<CorrelationOutcome> outcomes = new ArrayList<>(requests.size());
        for (int index = 0; index < requests.size(); index++) {
            CorrelationRequest request = requests.get(index);
            InstanceKey key = InstanceKey.of(request);
            @Nullable String instanceId = instances.get(key);
            turn.accept(index);
            if (request.target() instanceof WaitingInstance target) {
                outcomes.add(
                        instanceId == null
                                ? new UnknownInstance()
                                : waiting.deliver(instanceId, target.message(), request.variables()));
            } else if (instanceId != null) {
                outcomes.add(new AlreadyStarted(instanceId));
            } else {
                CorrelationOutcome.Started outcome = starter.start(request, (StartProcess) request.target());
                instances.put(key, outcome.processInstanceId());
                started.put(key, outcome.processInstanceId());
                outcomes.add(outcome);
            }
        }
        ledger.setInstances(started);
        return outcomes;
    }

    private Map<InstanceKey, String> processesToStart() {
        Map<InstanceKey, String> processKeys = new LinkedHashMap<>();
        for (CorrelationRequest request : requests) {
            if (request.target() instanceof StartProcess target) {
                processKeys.putIfAbsent(InstanceKey.of(request), target.processKey());
            }
        }
        return processKeys;
    }

    private Set<InstanceKey> keysBeside(Set<InstanceKey> won) {
        Set<InstanceKey> keys = new HashSet<>();
        for (CorrelationRequest request : requests) {
            keys.add(InstanceKey.of(request));
        }
        keys.removeAll(won);
        return keys;
    }

    private Map<String, Set<String>> messagesOf(Map<InstanceKey, String> instances) {
        Map<String, Set<String>> messages = new HashMap<>();
        for (CorrelationRequest request : requests) {
            @Nullable String instanceId = instances.get(InstanceKey.of(request));
            if (instanceId != null && request.target() instanceof WaitingInstance target) {
                messages.computeIfAbsent(instanceId, id -> new HashSet<>()).add(target.message());
            }
        }
        return messages;
    }
}
