package io.orderflow.bpmn.lint;

import io.orderflow.bpmn.lint.KnownEvents.KnownEvent;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;

/** Whoever waits for a message waits for an event that there is, that this service reads, and with a key that it has. */
final class EventCatalogueRule implements LintRule {

    private final KnownEvents events;

    EventCatalogueRule(KnownEvents events) {
        this.events = events;
    }

    @Override
    public String name() {
        return "event-catalogue";
    }

    @Override
    public void check(BpmnModelInstance model, Findings findings) {
        model.getModelElementsByType(Process.class)
                .forEach(process -> EventSiblings.check(Wait.within(process), findings));
        Elements.flowNodes(model).stream()
                .flatMap(node -> Wait.of(node).stream())
                .forEach(wait -> check(wait, findings));
    }

    private void check(Wait wait, Findings findings) {
        EventPolicies.check(wait, findings);
        String type = wait.type();
        if (Elements.isBlank(wait.name())) {
            findings.report(wait.node(), "waits for no message: choose one and name it after the event");
        } else if (type == null) {
            findings.report(
                    wait.node(),
                    "message \"%s\" is not named EventType or EventType:${variable}".formatted(wait.name()));
        } else {
            checkType(wait, type, findings);
        }
    }

    private void checkType(Wait wait, String type, Findings findings) {
        String stated = wait.properties().get("eventType");
        if (stated == null) {
            findings.report(wait.node(), "extension property eventType is missing: set it to \"%s\"".formatted(type));
        } else if (!stated.equals(type)) {
            findings.report(
                    wait.node(),
                    "eventType is \"%s\", but its message is \"%s\": name both after the same event"
                            .formatted(stated, wait.name()));
        }
        Optional<KnownEvent> known = events.find(type);
        if (known.isEmpty()) {
            findings.report(wait.node(), "event \"%s\" is not in the catalogue".formatted(type));
            return;
        }
        KnownEvent event = known.get();
        if (!event.consumed()) {
            findings.report(
                    wait.node(),
                    "event %s travels on %s, which %s does not read".formatted(type, event.topic(), events.service()));
        }
        EventKey.check(wait, type, event, findings);
        EventVariables.check(wait, type, event, findings);
    }
}
