package io.orderflow.messagecorrelation.camunda.binding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.EventSubscriptionDeclaration;
import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * Puts its bindings on each version that the engine parses. Which element waits for which message is taken from what the
 * engine itself has understood, so that both mean the same.
 */
final class EventBindingListener extends AbstractBpmnParseListener {

    /** Called when everything inside the process has been parsed. */
    @Override
    public void parseProcess(Element process, ProcessDefinitionEntity definition) {
        Map<String, EventSubscriptionDeclaration> waits = new HashMap<>();
        collect(definition, waits);
        List<CatchElement> elements = new ArrayList<>();
        collect(process, waits, elements);
        new EventBindings(elements).putOn(definition);
    }

    private static void collect(ScopeImpl scope, Map<String, EventSubscriptionDeclaration> waits) {
        for (EventSubscriptionDeclaration wait :
                EventSubscriptionDeclaration.getDeclarationsForScope(scope).values()) {
            if (EventType.MESSAGE.name().equals(wait.getEventType()) && wait.hasEventName()) {
                waits.put(wait.getActivityId(), wait);
            }
        }
        for (ActivityImpl activity : scope.getActivities()) {
            collect(activity, waits);
        }
    }

    private static void collect(
            Element parent, Map<String, EventSubscriptionDeclaration> waits, List<CatchElement> elements) {
        for (Element element : parent.elements()) {
            @Nullable String id = element.attribute("id");
            @Nullable EventSubscriptionDeclaration wait = id == null ? null : waits.get(id);
            if (id != null && wait != null) {
                elements.add(new CatchElement(
                        id, wait.getUnresolvedEventName(), propertiesOf(element), wait.isStartEvent(), false));
            }
            collect(element, waits, elements);
        }
    }

    private static Map<String, String> propertiesOf(Element element) {
        Map<String, String> properties = new HashMap<>();
        for (Element extensions : element.elements("extensionElements")) {
            for (Element list : extensions.elements("properties")) {
                for (Element property : list.elements("property")) {
                    @Nullable String name = property.attribute("name");
                    @Nullable String value = property.attribute("value");
                    if (name != null && value != null) {
                        properties.put(name, value);
                    }
                }
            }
        }
        return properties;
    }
}
