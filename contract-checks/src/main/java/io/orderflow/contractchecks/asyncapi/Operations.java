package io.orderflow.contractchecks.asyncapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Event;
import io.orderflow.contractchecks.catalogue.Topic;
import java.util.List;

/** What each service sends, and what each consumer group receives. */
final class Operations {

    private final Catalogue catalogue;
    private final ObjectNode operations = JsonNodeFactory.instance.objectNode();

    Operations(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    ObjectNode all() {
        for (Topic topic : catalogue.topics().all()) {
            List<Event> events = catalogue.eventsOf(topic.name());
            if (!events.isEmpty()) {
                add(topic.owner() + ".send." + topic.name(), "send", topic.owner(), topic, events);
            }
            for (String group : topic.consumers()) {
                String service = group.replaceFirst("\\..*", "");
                List<Event> read = events.stream()
                        .filter(event -> event.ownership().consumers().contains(service))
                        .toList();
                if (!read.isEmpty()) {
                    ObjectNode operation = add(group + ".receive." + topic.name(), "receive", service, topic, read);
                    ObjectNode kafka = operation.putObject("bindings").putObject("kafka");
                    kafka.putObject("groupId").put("type", "string").put("const", group);
                    kafka.put("bindingVersion", "0.5.0");
                }
            }
        }
        return operations;
    }

    private ObjectNode add(String id, String action, String service, Topic topic, List<Event> events) {
        ObjectNode operation = operations.putObject(id);
        operation.put("action", action);
        operation.putObject("channel").put("$ref", "#/channels/" + topic.name());
        operation.put("title", service + (action.equals("send") ? " publishes" : " reads"));
        operation.putArray("tags").addObject().put("name", service);
        for (Event event : events) {
            event.versions().forEach(version -> operation
                    .withArray("messages")
                    .addObject()
                    .put("$ref", "#/channels/%s/messages/%s".formatted(topic.name(), Messages.name(event, version))));
        }
        return operation;
    }
}
