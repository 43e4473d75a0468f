package io.orderflow.cli.model.diff;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.w3c.dom.Element;

/** Everything an element says about itself; what this class does not know by name is compared as it is written. */
final class Traits {

    /** Parts of the element above them; everything else in a scope that has an id is an element of its own. */
    private static final Set<String> PARTS = Set.of(
            "documentation",
            "extensionElements",
            "incoming",
            "outgoing",
            "conditionExpression",
            "script",
            "multiInstanceLoopCharacteristics",
            "standardLoopCharacteristics",
            "ioSpecification",
            "property",
            "dataInputAssociation",
            "dataOutputAssociation",
            "text",
            "resourceRole",
            "performer",
            "humanPerformer",
            "potentialOwner");

    private final Names names;
    private final Map<Trait, String> traits = new TreeMap<>();

    Traits(Names names) {
        this.names = names;
    }

    static boolean isElement(Element child) {
        return !PARTS.contains(child.getLocalName())
                && !isEventDefinition(child)
                && !child.getLocalName().equals("association") // A line to a remark.
                && ModelReader.BPMN.equals(child.getNamespaceURI())
                && child.hasAttribute("id");
    }

    static boolean isEventDefinition(Element child) {
        return child.getLocalName().endsWith("EventDefinition");
    }

    Map<Trait, String> of(Element node) {
        attributes(node);
        for (Element child : Xml.children(node)) {
            if (!isElement(child)) {
                part(child);
            }
        }
        return traits;
    }

    private void attributes(Element node) {
        Xml.attributes(node).forEach((name, value) -> {
            if (name.equals("type")) {
                put(new Trait(Aspect.DELEGATE, "worker type"), value);
            } else if (!Attributes.TOLD_ELSEWHERE.contains(name) && !Attributes.isDefault(name, value)) {
                put(Attributes.trait(name), Attributes.REFERENCES.contains(name) ? names.of(value) : value);
            }
        });
    }

    private void part(Element child) {
        switch (child.getLocalName()) {
            case "incoming", "outgoing", "association" -> {
                // The flows tell the one, the drawing the other.
            }
            case "documentation" -> put(new Trait(Aspect.DOCUMENTATION, "documentation"), Xml.text(child));
            case "text" -> put(new Trait(Aspect.DOCUMENTATION, "text"), Xml.text(child));
            case "extensionElements" -> Extensions.read(child, this::put);
            case "conditionExpression" -> put(new Trait(Aspect.CONDITION, "condition"), expression(child));
            case "script" -> put(new Trait(Aspect.DELEGATE, "script"), Xml.text(child));
            case "multiInstanceLoopCharacteristics" ->
                put(new Trait(Aspect.MULTI_INSTANCE, "multi-instance"), MultiInstance.words(child));
            default -> {
                if (isEventDefinition(child)) {
                    eventDefinition(child);
                } else {
                    put(new Trait(Aspect.SETTING, Xml.words(child.getLocalName())), Xml.canonical(child));
                }
            }
        }
    }

    private void eventDefinition(Element definition) {
        String kind = definition.getLocalName().replace("EventDefinition", "");
        attributes(definition);
        for (Element child : Xml.children(definition)) {
            switch (kind) {
                case "timer" ->
                    put(
                            new Trait(Aspect.TIMER, "timer"),
                            Xml.words(child.getLocalName()).replace("time ", "") + " " + Xml.text(child));
                case "conditional" -> put(new Trait(Aspect.CONDITION, "condition"), expression(child));
                default -> part(child);
            }
        }
    }

    private static String expression(Element element) {
        String language = element.getAttribute("language");
        return Xml.text(element) + (language.isEmpty() ? "" : " (" + language + ")");
    }

    /** What occurs several times is one trait, so that its order counts as well. */
    private void put(Trait trait, String value) {
        traits.merge(trait, Xml.oneLine(value), (one, other) -> one + ", then " + other);
    }
}
