package io.orderflow.messagecorrelation.camunda;

import io.orderflow.messagecorrelation.CorrelationOutcome;
import io.orderflow.messagecorrelation.CorrelationOutcome.NotConcerned;
import io.orderflow.messagecorrelation.CorrelationOutcome.Started;
import io.orderflow.messagecorrelation.CorrelationOutcome.Suspended;
import io.orderflow.messagecorrelation.CorrelationOutcome.UnknownInstance;
import io.orderflow.messagecorrelation.CorrelationRequest;
import io.orderflow.messagecorrelation.CorrelationTarget.BoundEvent;
import io.orderflow.messagecorrelation.CorrelationTarget.StartProcess;
import io.orderflow.messagecorrelation.InstanceKey;
import io.orderflow.messagecorrelation.camunda.binding.DeployedBindings;
import io.orderflow.messagecorrelation.camunda.binding.EventBindings;
import io.orderflow.messagecorrelation.camunda.binding.EventVariables;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.bpmn.parser.EventSubscriptionDeclaration;
import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.jspecify.annotations.Nullable;

/**
 * Starts instances straight from the deployment cache: the newest version is looked up once for each process and command,
 * and no subscription of a start event is queried. Definitions are shared, instances belong to the request's tenant.
 */
final class ProcessStarter {

    private final CommandContext context;
    private final DeployedBindings bindings;
    private final Map<StartProcess, ActivityImpl> startEvents = new HashMap<>();

    ProcessStarter(CommandContext context, DeployedBindings bindings) {
        this.context = context;
        this.bindings = bindings;
    }

    /** The process that each key would start, for the keys of those requests that can start one. */
    Map<InstanceKey, String> processesFor(List<CorrelationRequest> requests) {
        Map<InstanceKey, String> processKeys = new LinkedHashMap<>();
        for (CorrelationRequest request : requests) {
            startOf(request).ifPresent(start -> processKeys.putIfAbsent(InstanceKey.of(request), start.processKey()));
        }
        return processKeys;
    }

    /** Whether the request starts an instance if its key has none. */
    boolean starts(CorrelationRequest request) {
        return startOf(request).isPresent();
    }

    /** For a key that has no instance. */
    CorrelationOutcome start(CorrelationRequest request) {
        Optional<StartProcess> target = startOf(request);
        if (target.isPresent()) {
            return start(request, target.get());
        }
        if (request.target() instanceof BoundEvent event && !bindings.isCaught(context, event.eventType())) {
            return new NotConcerned("no process waits for " + event.eventType());
        }
        return new UnknownInstance();
    }

    private Optional<StartProcess> startOf(CorrelationRequest request) {
        if (request.target() instanceof StartProcess target) {
            return Optional.of(target);
        }
        return request.target() instanceof BoundEvent event
                ? bindings.startingOn(context, event.eventType())
                : Optional.empty();
    }

    private CorrelationOutcome start(CorrelationRequest request, StartProcess target) {
        ActivityImpl startEvent = startEvents.computeIfAbsent(target, this::find);
        ProcessDefinitionEntity definition = (ProcessDefinitionEntity) startEvent.getProcessDefinition();
        if (definition.isSuspended()) {
            return new Suspended("process " + definition.getKey() + " version " + definition.getVersion());
        }
        ExecutionEntity instance = definition.createProcessInstance(request.businessKey(), startEvent);
        instance.setTenantId(request.tenantId());
        instance.start(variablesOf(request, definition));
        return new Started(instance.getId(), definition.getKey(), definition.getVersion());
    }

    private static Map<String, Object> variablesOf(CorrelationRequest request, ProcessDefinitionEntity definition) {
        if (!(request.target() instanceof BoundEvent event)) {
            return request.variables();
        }
        Map<String, Object> variables = new HashMap<>();
        EventBindings.of(definition)
                .starting(event.eventType())
                .ifPresent(binding -> variables.putAll(EventVariables.of(binding, event.content())));
        variables.putAll(request.variables());
        return variables;
    }

    private ActivityImpl find(StartProcess target) {
        @Nullable
        ProcessDefinitionEntity definition = context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedLatestProcessDefinitionByKeyAndTenantId(target.processKey(), null);
        if (definition == null) {
            throw new IllegalStateException("no process " + target.processKey() + " is deployed");
        }
        return EventSubscriptionDeclaration.getDeclarationsForScope(definition).values().stream()
                .filter(declaration -> declaration.isStartEvent()
                        && EventType.MESSAGE.name().equals(declaration.getEventType())
                        && target.message().equals(declaration.getUnresolvedEventName()))
                .map(declaration -> definition.findActivity(declaration.getActivityId()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "process " + target.processKey() + " does not start on message " + target.message()));
    }
}
