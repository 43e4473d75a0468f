package io.orderflow.cli.model.diff;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an attribute of an element is about, and what it means not to write it. */
final class Attributes {

    /** Told otherwise, or about the file and not the process. */
    static final Set<String> TOLD_ELSEWHERE = Set.of("id", "name");

    static final Set<String> REFERENCES = Set.of("messageRef", "signalRef", "errorRef", "escalationRef");

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("cancelActivity", "true"),
            Map.entry("isInterrupting", "true"),
            Map.entry("triggeredByEvent", "false"),
            Map.entry("asyncBefore", "false"),
            Map.entry("asyncAfter", "false"),
            Map.entry("exclusive", "true"),
            Map.entry("isForCompensation", "false"),
            Map.entry("isSequential", "false"),
            Map.entry("instantiate", "false"),
            Map.entry("isStartableInTasklist", "true"),
            Map.entry("parallelMultiple", "false"),
            Map.entry("associationDirection", "None"));

    private static final Map<String, Trait> TRAITS = Map.ofEntries(
            entry("attachedToRef", Aspect.MOVED, "activity it is attached to"),
            entry("sourceRef", Aspect.ROUTE, "source"),
            entry("targetRef", Aspect.ROUTE, "target"),
            entry("default", Aspect.ROUTE, "default flow"),
            entry("messageRef", Aspect.MESSAGE, "message"),
            entry("signalRef", Aspect.EVENT, "signal"),
            entry("errorRef", Aspect.EVENT, "error code"),
            entry("escalationRef", Aspect.EVENT, "escalation code"),
            entry("cancelActivity", Aspect.INTERRUPTION, "interrupting"),
            entry("isInterrupting", Aspect.INTERRUPTION, "interrupting"),
            entry("triggeredByEvent", Aspect.EVENT, "started by an event"),
            entry("asyncBefore", Aspect.ASYNC, "asynchronous before"),
            entry("asyncAfter", Aspect.ASYNC, "asynchronous after"),
            entry("exclusive", Aspect.ASYNC, "exclusive jobs"),
            entry("jobPriority", Aspect.ASYNC, "job priority"));

    private static final Set<String> FORM =
            Set.of("formKey", "formRef", "formRefBinding", "formRefVersion", "formHandlerClass");
    private static final Set<String> PEOPLE = Set.of(
            "assignee",
            "candidateUsers",
            "candidateGroups",
            "dueDate",
            "followUpDate",
            "priority",
            "candidateStarterUsers",
            "candidateStarterGroups");
    private static final Set<String> DELEGATE = Set.of(
            "class",
            "expression",
            "delegateExpression",
            "topic",
            "taskPriority",
            "resultVariable",
            "scriptFormat",
            "resource",
            "decisionRef",
            "decisionRefBinding",
            "decisionRefVersion",
            "decisionRefVersionTag",
            "decisionRefTenantId",
            "mapDecisionResult",
            "calledElement",
            "calledElementBinding",
            "calledElementVersion",
            "calledElementVersionTag",
            "variableMappingClass",
            "variableMappingDelegateExpression",
            "implementation");

    private static final Map<Trait, String> BY_TRAIT = DEFAULTS.entrySet().stream()
            .collect(Collectors.toMap(entry -> trait(entry.getKey()), Map.Entry::getValue, (one, other) -> one));

    private Attributes() {}

    /** What it means that an element does not say this; null if it means nothing. */
    static @Nullable String byDefault(Trait trait) {
        return BY_TRAIT.get(trait);
    }

    static boolean isDefault(String name, String value) {
        return value.equals(DEFAULTS.get(name));
    }

    static Trait trait(String name) {
        Trait known = TRAITS.get(name);
        if (known != null) {
            return known;
        }
        Aspect aspect = FORM.contains(name)
                ? Aspect.FORM
                : PEOPLE.contains(name) ? Aspect.PEOPLE : DELEGATE.contains(name) ? Aspect.DELEGATE : Aspect.SETTING;
        return new Trait(aspect, Xml.words(name));
    }

    private static Map.Entry<String, Trait> entry(String name, Aspect aspect, String label) {
        return Map.entry(name, new Trait(aspect, label));
    }
}
