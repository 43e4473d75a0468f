package io.orderflow.messagecorrelation.camunda.binding;

import static io.orderflow.messagecorrelation.camunda.binding.BindingProperties.EVENT_TYPE;
import static io.orderflow.messagecorrelation.camunda.binding.BindingProperties.KEY;
import static io.orderflow.messagecorrelation.camunda.binding.BindingProperties.VARIABLES;

import io.orderflow.messagecorrelation.binding.EventBinding;
import io.orderflow.messagecorrelation.binding.EventCatalogue;
import io.orderflow.messagecorrelation.binding.EventCatalogue.CataloguedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds one element that catches a message to the catalogue. Finds everything at once. */
final class ElementCheck {

    private final EventCatalogue catalogue;
    private final CatchElement element;
    private final List<Finding> findings = new ArrayList<>();

    private ElementCheck(EventCatalogue catalogue, CatchElement element) {
        this.catalogue = catalogue;
        this.element = element;
    }

    static List<Finding> of(EventCatalogue catalogue, CatchElement element) {
        ElementCheck check = new ElementCheck(catalogue, element);
        check.propertiesAreKnown();
        Optional<EventBinding> binding = new BindingReader(element, check::add).read();
        check.messageIsNamedAfterAnEvent(binding);
        return check.findings;
    }

    private void add(String problem, String fix) {
        findings.add(new Finding(element.id(), problem, fix));
    }

    private void propertiesAreKnown() {
        new TreeSet<>(element.properties().keySet())
                .stream()
                        .filter(name -> name.startsWith("event") && !BindingProperties.ALL.contains(name))
                        .forEach(name -> add(
                                "has the property " + name + ", which nobody reads",
                                "take one of " + String.join(", ", new TreeSet<>(BindingProperties.ALL))));
    }

    private void messageIsNamedAfterAnEvent(Optional<EventBinding> binding) {
        Optional<MessageName> name = Optional.ofNullable(element.messageName()).flatMap(MessageName::parse);
        if (name.isEmpty()) {
            return;
        }
        String type = name.get().eventType();
        propertySaysTheSame(type);
        keyTellsWaitsApart(name.get(), binding);
        Optional<CataloguedEvent> event = catalogue.find(type);
        if (event.isEmpty()) {
            add("waits for " + type + ", which is not in the catalogue", "take one of " + consumedTypes());
            return;
        }
        if (!event.get().consumed()) {
            add(
                    "waits for " + type + ", but nothing here reads its topic "
                            + event.get().topic(),
                    "take one of " + consumedTypes() + ", or have an adapter read the topic");
        }
        binding.ifPresent(read -> fieldsExist(read, event.get()));
    }

    private void propertySaysTheSame(String type) {
        @Nullable String property = element.properties().get(EVENT_TYPE);
        if (property != null && !property.strip().equals(type)) {
            add(
                    "has " + EVENT_TYPE + " " + property.strip() + " and a message for " + type,
                    "name the message after the " + EVENT_TYPE + ", or set " + EVENT_TYPE + " to " + type);
        }
    }

    private void keyTellsWaitsApart(MessageName name, Optional<EventBinding> binding) {
        if (element.startsProcess()) {
            if (name.hasKey()) {
                add("starts the process and has a message with a key", "name the message " + name.eventType());
            }
            return;
        }
        boolean sameForAll = !name.hasKey()
                || name.impliedKey().equals(Optional.of(List.of(EventBinding.BUSINESS_KEY)))
                || binding.filter(read -> read.key().equals(List.of(EventBinding.BUSINESS_KEY)))
                        .isPresent();
        if (element.repeated() && sameForAll) {
            add(
                    "is inside a multi-instance and has the same message for every instance of it",
                    "name the message " + name.eventType() + ":${variable} with the variable of the multi-instance");
        }
    }

    private void fieldsExist(EventBinding binding, CataloguedEvent event) {
        Set<String> missing = new TreeSet<>(binding.key());
        missing.remove(EventBinding.BUSINESS_KEY);
        missing.removeAll(event.fields());
        missing.forEach(field -> add(
                "takes its key from " + field + ", which is no single value of " + binding.eventType(),
                "set " + KEY + " to one of " + fieldsOf(event) + " or to " + EventBinding.BUSINESS_KEY));
        binding.variables().entrySet().stream()
                .filter(variable -> !event.fields().contains(variable.getValue()))
                .map(variable -> "takes variable " + variable.getKey() + " from " + variable.getValue()
                        + ", which is no single value of " + binding.eventType())
                .sorted()
                .forEach(problem -> add(problem, "take in " + VARIABLES + " one of " + fieldsOf(event)));
    }

    private String consumedTypes() {
        return String.join(", ", catalogue.consumedTypes());
    }

    private static String fieldsOf(CataloguedEvent event) {
        return event.fields().stream().sorted().collect(Collectors.joining(", "));
    }
}
