package io.orderflow.messagecorrelation.camunda;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.orderflow.messagecorrelation.CorrelationOutcome;
import io.orderflow.messagecorrelation.CorrelationOutcome.AlreadyStarted;
import io.orderflow.messagecorrelation.CorrelationOutcome.NotConcerned;
import io.orderflow.messagecorrelation.CorrelationOutcome.NotWaiting;
import io.orderflow.messagecorrelation.CorrelationRequest;
import io.orderflow.messagecorrelation.CorrelationTarget.BoundEvent;
import io.orderflow.messagecorrelation.CorrelationTarget.WaitingInstance;
import io.orderflow.messagecorrelation.binding.EventBinding;
import io.orderflow.messagecorrelation.camunda.binding.EventBindings;
import io.orderflow.messagecorrelation.camunda.binding.EventVariables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/** Under which names an instance may wait for a request: the model of the instance's own version says so. */
sealed interface Addresses {

    static Addresses of(CorrelationRequest request, ExecutionEntity instance) {
        if (request.target() instanceof BoundEvent event) {
            ProcessDefinitionEntity definition = instance.getProcessDefinition();
            return new Bound(
                    request, event, definition, EventBindings.of(definition).catching(event.eventType()));
        }
        if (request.target() instanceof WaitingInstance target) {
            return new Named(request, target.message());
        }
        throw new IllegalArgumentException(request.target() + " is not for an instance that exists");
    }

    /** Names of subscriptions. */
    Set<String> messages();

    /** What the element that waits gets. */
    Map<String, Object> variablesFor(String elementId);

    /** What it means that the living instance waits under none of the names. */
    CorrelationOutcome nobody(String instanceId, NewestBindings newest);

    /** What the newest version of a process is bound to. */
    interface NewestBindings {
        List<EventBinding> catching(String processKey, String eventType);
    }

    /** A message whose name the caller knows. */
    record Named(CorrelationRequest request, String message) implements Addresses {
        @Override
        public Set<String> messages() {
            return Set.of(message);
        }

        @Override
        public Map<String, Object> variablesFor(String elementId) {
            return request.variables();
        }

        @Override
        public CorrelationOutcome nobody(String instanceId, NewestBindings newest) {
            return NotWaiting.byDefault(instanceId);
        }
    }

    /** An event that the model is bound to, or is not. */
    record Bound(
            CorrelationRequest request,
            BoundEvent event,
            ProcessDefinitionEntity definition,
            List<EventBinding> bindings)
            implements Addresses {
        @Override
        public Set<String> messages() {
            return bindings.stream()
                    .flatMap(binding -> binding.messageFor(event.content(), request.businessKey()).stream())
                    .collect(toUnmodifiableSet());
        }

        @Override
        public Map<String, Object> variablesFor(String elementId) {
            Map<String, Object> variables = new HashMap<>();
            bindings.stream()
                    .filter(binding -> binding.elementId().equals(elementId))
                    .forEach(binding -> variables.putAll(EventVariables.of(binding, event.content())));
            variables.putAll(request.variables());
            return variables;
        }

        @Override
        public CorrelationOutcome nobody(String instanceId, NewestBindings newest) {
            if (EventBindings.of(definition).starting(event.eventType()).isPresent()) {
                return new AlreadyStarted(instanceId);
            }
            List<EventBinding> known =
                    bindings.isEmpty() ? newest.catching(definition.getKey(), event.eventType()) : bindings;
            if (known.isEmpty()) {
                return new NotConcerned(definition.getKey() + " waits nowhere for " + event.eventType());
            }
            String whoDoesNot = bindings.isEmpty()
                    ? "%s runs under version %d, which waits nowhere for %s: migrate it to the newest"
                            .formatted(instanceId, definition.getVersion(), event.eventType())
                    : instanceId + " does not wait for " + event.eventType();
            return new NotWaiting(
                    whoDoesNot, known.get(0).unmatched(), known.get(0).waitLimit());
        }
    }
}
