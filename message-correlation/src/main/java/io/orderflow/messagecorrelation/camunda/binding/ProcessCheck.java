package io.orderflow.messagecorrelation.camunda.binding;

import io.orderflow.messagecorrelation.binding.EventBinding;
import io.orderflow.messagecorrelation.binding.EventCatalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds the processes of one deployment to the catalogue, to each other and to those that are deployed already. */
final class ProcessCheck {

    private final EventCatalogue catalogue;

    /** The process that each event type starts. */
    private final Map<String, String> starters = new HashMap<>();

    /**
     * @param deployed the newest versions of what is deployed already
     * @param replaced keys of the processes that this deployment brings new versions of
     */
    ProcessCheck(EventCatalogue catalogue, Map<String, EventBindings> deployed, Set<String> replaced) {
        this.catalogue = catalogue;
        deployed.forEach((process, bindings) -> {
            if (!replaced.contains(process)) {
                bindings.startingTypes().forEach(type -> starters.put(type, process));
            }
        });
    }

    List<Finding> findings(ProcessModel process) {
        List<Finding> findings = new ArrayList<>();
        Map<String, EventBinding> firstOfType = new HashMap<>();
        Set<String> startedHere = new HashSet<>();
        for (CatchElement element : process.elements()) {
            findings.addAll(ElementCheck.of(catalogue, element));
            Optional<EventBinding> binding = BindingReader.read(element);
            if (binding.isEmpty()) {
                continue;
            }
            if (element.startsProcess()) {
                startsAlone(process, element, binding.get().eventType(), startedHere)
                        .ifPresent(findings::add);
            } else {
                samePolicy(binding.get(), firstOfType).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private Optional<Finding> startsAlone(
            ProcessModel process, CatchElement element, String type, Set<String> startedHere) {
        @Nullable String other = starters.putIfAbsent(type, process.key());
        if (startedHere.add(type) && (other == null || other.equals(process.key()))) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                element.id(),
                "starts on " + type + ", which already starts process " + (other == null ? process.key() : other),
                "start on another event, or wait for " + type + " in that process"));
    }

    /** The instance as a whole waits or does not, so there can be one answer only. */
    private static Optional<Finding> samePolicy(EventBinding binding, Map<String, EventBinding> firstOfType) {
        @Nullable EventBinding first = firstOfType.putIfAbsent(binding.eventType(), binding);
        if (first == null
                || (first.unmatched() == binding.unmatched()
                        && first.waitLimit().equals(binding.waitLimit()))) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                binding.elementId(),
                "and " + first.elementId() + " both catch " + binding.eventType()
                        + " and differ in what happens if nobody waits",
                "give both the same " + BindingProperties.UNMATCHED + " and " + BindingProperties.WAIT_LIMIT));
    }
}
