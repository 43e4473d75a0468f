package io.orderflow.messagecorrelation.camunda.multiinstance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * Whether a model may read the loop variables of an activity. Looks at the activity with everything inside it, at what
 * refers to it (boundary events, outgoing flows) and at what all those refer to (messages, signals). Doubt counts as use:
 * decisions, scripts in files of their own, external tasks and callees that get all variables. Java code, forms and the
 * callers of the engine's API are not looked at; {@code camunda:property leanJoin} on the activity overrules all of this.
 */
final class LoopVariableUse {

    private static final String PROPERTY = "leanJoin";

    private static final Set<String> NAMES = Set.of(
            MultiInstanceActivityBehavior.NUMBER_OF_INSTANCES,
            MultiInstanceActivityBehavior.NUMBER_OF_ACTIVE_INSTANCES,
            MultiInstanceActivityBehavior.NUMBER_OF_COMPLETED_INSTANCES,
            MultiInstanceActivityBehavior.LOOP_COUNTER,
            // whoever asks for all of them
            "getVariables");

    private final Map<String, Element> activities = new HashMap<>();
    private final Map<String, Element> shared = new HashMap<>();
    private final List<Element> ofProcesses = new ArrayList<>();

    /** @param definitions root element of a model */
    LoopVariableUse(Element definitions) {
        for (Element child : definitions.elements()) {
            @Nullable String id = child.attribute("id");
            if (child.getTagName().equals("process")) {
                within(child).forEach(ofProcesses::add);
            } else if (id != null) {
                shared.put(id, child);
            }
        }
        for (Element element : ofProcesses) {
            @Nullable String id = element.attribute("id");
            if (id != null) {
                activities.put(id, element);
            }
        }
    }

    boolean isPossible(String activityId) {
        Element activity = Objects.requireNonNull(activities.get(activityId), activityId);
        return said(activity).map(value -> !value.equals("true")).orElseGet(() -> isFoundAbout(activity, activityId));
    }

    private static Optional<String> said(Element activity) {
        return activity.elements().stream()
                .filter(child -> child.getTagName().equals("extensionElements"))
                .flatMap(LoopVariableUse::within)
                .filter(element ->
                        element.getTagName().equals("property") && PROPERTY.equals(element.attribute("name")))
                .map(property -> property.attribute("value", ""))
                .findFirst();
    }

    private boolean isFoundAbout(Element activity, String activityId) {
        Set<Element> elements = new HashSet<>();
        within(activity).forEach(elements::add);
        ofProcesses.stream()
                .filter(element -> !element.getTagName().equals("association")
                        && values(element).anyMatch(activityId::equals))
                .flatMap(LoopVariableUse::within)
                .forEach(elements::add);
        List<Element> referred = elements.stream()
                .flatMap(LoopVariableUse::values)
                .map(shared::get)
                .filter(Objects::nonNull)
                .flatMap(LoopVariableUse::within)
                .toList();
        return Stream.concat(elements.stream(), referred.stream())
                .anyMatch(element -> names(element) || isBeyondTheModel(element));
    }

    private static boolean names(Element element) {
        return Stream.concat(values(element), Stream.of(element.getText()))
                .anyMatch(text -> NAMES.stream().anyMatch(text::contains));
    }

    private static boolean isBeyondTheModel(Element element) {
        return attribute(element, "decisionRef").isPresent()
                || attribute(element, "resource").isPresent()
                || attribute(element, "topic").isPresent()
                || attribute(element, "variables").filter("all"::equals).isPresent();
    }

    private static Optional<String> attribute(Element element, String name) {
        return element.attributes().stream()
                .filter(key -> key.equals(name) || key.endsWith(":" + name))
                .map(element::attribute)
                .findFirst();
    }

    private static Stream<String> values(Element element) {
        return element.attributes().stream().map(element::attribute);
    }

    private static Stream<Element> within(Element element) {
        return Stream.concat(Stream.of(element), element.elements().stream().flatMap(LoopVariableUse::within));
    }
}
