package io.orderflow.messagecorrelation.camunda.binding;

import io.orderflow.messagecorrelation.binding.EventBinding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/** Which element of one version of a process catches which event. Immutable; read once, when the engine parses the version. */
public final class EventBindings {

    private static final String PROPERTY = EventBindings.class.getName();

    private final Map<String, EventBinding> starting = new HashMap<>();
    private final Map<String, List<EventBinding>> catching = new HashMap<>();

    /** @param elements in the order of the model */
    EventBindings(List<CatchElement> elements) {
        for (CatchElement element : elements) {
            BindingReader.read(element).ifPresent(binding -> {
                if (element.startsProcess()) {
                    starting.putIfAbsent(binding.eventType(), binding);
                } else {
                    catching.computeIfAbsent(binding.eventType(), type -> new ArrayList<>())
                            .add(binding);
                }
            });
        }
        catching.replaceAll((type, bindings) -> List.copyOf(bindings));
    }

    /**
     * The bindings of a version that the engine has parsed, however long ago it was deployed.
     *
     * @param definition from the deployment cache, or of an execution
     * @throws IllegalStateException if the engine was built without {@link EventBindingPlugin}
     */
    public static EventBindings of(ProcessDefinitionEntity definition) {
        if (definition.getProperty(PROPERTY) instanceof EventBindings bindings) {
            return bindings;
        }
        throw new IllegalStateException(
                definition.getId() + " was parsed without " + EventBindingPlugin.class.getName());
    }

    void putOn(ProcessDefinitionEntity definition) {
        definition.setProperty(PROPERTY, this);
    }

    /** The elements of a running instance that catch the event, in the order of the model; empty if none does. */
    public List<EventBinding> catching(String eventType) {
        return catching.getOrDefault(eventType, List.of());
    }

    /** The start event that the event starts an instance at. */
    public Optional<EventBinding> starting(String eventType) {
        return Optional.ofNullable(starting.get(eventType));
    }

    /** The types of the events that start an instance. */
    Set<String> startingTypes() {
        return starting.keySet();
    }
}
