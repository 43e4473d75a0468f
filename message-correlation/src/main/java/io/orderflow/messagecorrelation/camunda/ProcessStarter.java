package io.orderflow.messagecorrelation.camunda;

import io.orderflow.messagecorrelation.CorrelationOutcome.Started;
import io.orderflow.messagecorrelation.CorrelationRequest;
import io.orderflow.messagecorrelation.CorrelationTarget.StartProcess;
import io.orderflow.messagecorrelation.ProcessUnavailableException;
import java.util.HashMap;
import java.util.Map;
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
    private final Map<StartProcess, ActivityImpl> startEvents = new HashMap<>();

    ProcessStarter(CommandContext context) {
        this.context = context;
    }

    Started start(CorrelationRequest request, StartProcess target) {
        ActivityImpl startEvent = startEvents.computeIfAbsent(target, this::find);
        ProcessDefinitionEntity definition = (ProcessDefinitionEntity) startEvent.getProcessDefinition();
        ExecutionEntity instance = definition.createProcessInstance(request.businessKey(), startEvent);
        instance.setTenantId(request.tenantId());
        instance.start(request.variables());
        return new Started(instance.getId(), definition.getKey(), definition.getVersion());
    }

    private ActivityImpl find(StartProcess target) {
        @Nullable
        ProcessDefinitionEntity definition = context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedLatestProcessDefinitionByKeyAndTenantId(target.processKey(), null);
        if (definition == null) {
            throw new IllegalStateException("no process " + target.processKey() + " is deployed");
        }
        if (definition.isSuspended()) {
            throw new ProcessUnavailableException(definition.getKey(), definition.getVersion());
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
