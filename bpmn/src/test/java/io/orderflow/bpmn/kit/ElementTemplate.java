package io.orderflow.bpmn.kit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;

/** The element template of an event on a kind of element. */
final class ElementTemplate {

    private static final String SCHEMA =
            "https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json";
    private static final String DURATION = "^(P(?!$)([0-9]+D)?(T(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+S)?)?)?$";
    private static final String VARIABLES = "^( *\\w+( *= *[\\w.]+)?( *, *\\w+( *= *[\\w.]+)?)* *)?$";

    private final CataloguedEvent event;
    private final ElementKind kind;
    private final ArrayNode properties = JsonNodeFactory.instance.arrayNode();

    private ElementTemplate(CataloguedEvent event, ElementKind kind) {
        this.event = event;
        this.kind = kind;
    }

    static ObjectNode of(CataloguedEvent event, ElementKind kind) {
        return new ElementTemplate(event, kind).build();
    }

    private ObjectNode build() {
        ObjectNode template = JsonNodeFactory.instance.objectNode();
        template.put("$schema", SCHEMA);
        template.put("name", event.type() + " " + kind.title());
        template.put("id", "io.orderflow.events." + event.type() + "." + kind.id());
        template.put("version", event.version());
        template.put("description", event.meaning() + " " + messageToChoose());
        template.putArray("keywords").add(event.type()).add(event.topic()).add(kind.label());
        template.putArray("appliesTo").add(kind.appliesTo());
        template.putArray("groups").addObject().put("id", "event").put("label", "Event " + event.type());
        template.put("entriesVisible", true);

        property("eventType", "Hidden").put("value", event.type());
        if (kind.waits()) {
            key();
        }
        variables();
        if (kind.waits()) {
            unmatched();
            waitLimit();
        }
        template.set("properties", properties);
        return template;
    }

    private String messageToChoose() {
        String name = kind.waits()
                ? "\"%1$s\", or \"%1$s:${variable}\" if an instance waits for it several times".formatted(event.type())
                : "\"%s\"".formatted(event.type());
        return "Choose a message event and name its message %s. Topic: %s.".formatted(name, event.topic());
    }

    private void key() {
        ObjectNode key = property("eventKey", "String");
        key.put("label", "Key");
        key.put(
                "description",
                "Only if the message's name ends with :${variable}. Payload field with the key; of several, separated by"
                        + " commas, the first that is present. businessKey stands for the instance's business key ("
                        + event.key()
                        + "). Empty: the field named like the variable.");
    }

    private void variables() {
        ObjectNode variables = property("eventVariables", "String");
        variables.put("label", "Variables");
        variables.put(
                "description",
                "What the instance gets to see until its next wait: name, or name=field, separated by commas. Empty:"
                        + " nothing. Fields: "
                        + event.fields().stream().map(PayloadField::described).collect(Collectors.joining("; "))
                        + ".");
        pattern(variables, VARIABLES, "Must be names or name=field, separated by commas");
    }

    private void unmatched() {
        ObjectNode unmatched = property("eventUnmatched", "Dropdown");
        unmatched.put("label", "If the instance does not wait for it");
        unmatched.put("value", "park");
        ArrayNode choices = unmatched.putArray("choices");
        choices.addObject()
                .put("name", "Keep it until the instance waits for it")
                .put("value", "park");
        choices.addObject().put("name", "Ignore it").put("value", "ignore");
        choices.addObject().put("name", "Show it to people as a dead letter").put("value", "dead-letter");
    }

    private void waitLimit() {
        ObjectNode limit = property("eventWaitLimit", "String");
        limit.put("label", "Keep it for at most");
        limit.put(
                "description",
                "ISO-8601 duration, such as PT2H (two hours, which also holds if it is empty) or P1D. Then it becomes a"
                        + " dead letter. Only for events that are kept.");
        pattern(limit, DURATION, "Must be an ISO-8601 duration such as PT2H");
    }

    private ObjectNode property(String name, String type) {
        ObjectNode property = properties.addObject();
        property.put("type", type);
        property.put("group", "event");
        property.putObject("binding").put("type", "camunda:property").put("name", name);
        return property;
    }

    private static void pattern(ObjectNode property, String pattern, String message) {
        property.putObject("constraints")
                .putObject("pattern")
                .put("value", pattern)
                .put("message", message);
    }
}
