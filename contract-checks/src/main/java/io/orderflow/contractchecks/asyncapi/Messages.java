package io.orderflow.contractchecks.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Event;
import io.orderflow.contractchecks.catalogue.EventVersion;
import io.orderflow.contractchecks.catalogue.Lifecycle;
import io.orderflow.contractchecks.catalogue.Ownership;
import io.orderflow.contractchecks.catalogue.RecordContract;

/** One message for each version of an event, and for each record that is no event. */
final class Messages {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final PortableSchemas schemas;

    Messages(PortableSchemas schemas) {
        this.schemas = schemas;
    }

    static String name(Event event, EventVersion version) {
        return event.name() + ".v" + version.number();
    }

    static String name(RecordContract contract) {
        return contract.name() + ".v" + contract.version();
    }

    ObjectNode of(Catalogue catalogue) {
        ObjectNode messages = NODES.objectNode();
        for (Event event : catalogue.events()) {
            event.versions().forEach(version -> messages.set(name(event, version), event(event, version)));
        }
        catalogue.records().forEach(contract -> messages.set(name(contract), record(contract)));
        return messages;
    }

    private ObjectNode event(Event event, EventVersion version) {
        Ownership ownership = event.ownership();
        boolean deprecated =
                ownership.lifecycle().filter(Lifecycle.DEPRECATED::equals).isPresent();
        ObjectNode message = NODES.objectNode();
        message.put("name", event.name());
        message.put("title", event.name() + " v" + version.number());
        message.put("summary", version.schema().description());
        if (deprecated) {
            message.put("deprecated", true);
        }
        message.set("headers", Headers.schema(event, version));
        message.putObject("payload").put("$ref", PortableSchemas.reference(schemas.add(version.schema())));
        message.putObject("correlationId").put("location", "$message.payload#/correlationId");
        ArrayNode tags = message.putArray("tags");
        tag(tags, "owner:" + ownership.ownerService());
        ownership.dataClassification().ifPresent(value -> tag(tags, "classification:" + value.label()));
        ownership.lifecycle().ifPresent(value -> tag(tags, "lifecycle:" + value.label()));
        if (ownership.containsPii()) {
            tag(tags, "personal-data");
        }
        key(message, ownership.key());
        ArrayNode examples = message.putArray("examples");
        version.minimal().ifPresent(example -> example(examples, "minimal", example.value()));
        version.full().ifPresent(example -> example(examples, "full", example.value()));
        message.set("x-ownership", ownership.content());
        return message;
    }

    private ObjectNode record(RecordContract contract) {
        ObjectNode message = NODES.objectNode();
        message.put("name", contract.name());
        message.put("title", contract.schema().title() + " v" + contract.version());
        message.put("summary", contract.schema().description());
        message.putObject("payload").put("$ref", PortableSchemas.reference(schemas.add(contract.schema())));
        contract.example().ifPresent(example -> example(message.putArray("examples"), "full", example.value()));
        return message;
    }

    private static void tag(ArrayNode tags, String name) {
        tags.addObject().put("name", name);
    }

    private static void key(ObjectNode message, String key) {
        ObjectNode kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key").put("type", "string").put("description", "payload." + key + ", also aggregateId");
        kafka.put("bindingVersion", "0.5.0");
    }

    private static void example(ArrayNode examples, String name, JsonNode value) {
        examples.addObject().put("name", name).set("payload", value);
    }
}
