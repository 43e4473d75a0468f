package io.orderflow.contractchecks.asyncapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.contractchecks.catalogue.Event;
import io.orderflow.contractchecks.catalogue.EventVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The record headers: for routing and tracing, each a copy of what the value says. */
final class Headers {

    private static final List<String> OPTIONAL = List.of("causationId", "traceparent");

    private Headers() {}

    /** What each header says, in the order they are written. */
    static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        meanings.put("eventId", "As in the value");
        meanings.put("eventType", "As in the value");
        meanings.put("eventVersion", "As in the value, as text");
        meanings.put("correlationId", "As in the value");
        meanings.put("causationId", "As in the value, if it has one");
        meanings.put("traceparent", "W3C trace context of the transaction that made the fact true");
        meanings.put("tenantId", "As in the value");
        meanings.put("schemaRef", "As in the value");
        meanings.put("producer", "As in the value");
        return meanings;
    }

    static boolean isRequired(String header) {
        return !OPTIONAL.contains(header);
    }

    static ObjectNode schema(Event event, EventVersion version) {
        Map<String, String> fixed = Map.of(
                "eventType", event.name(),
                "eventVersion", Integer.toString(version.number()),
                "schemaRef", version.schema().id(),
                "producer", event.ownership().ownerService());
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("type", "object");
        meanings().keySet().stream().filter(Headers::isRequired).forEach(schema.putArray("required")::add);
        ObjectNode properties = schema.putObject("properties");
        meanings().forEach((name, meaning) -> {
            ObjectNode header = properties.putObject(name).put("type", "string").put("description", meaning);
            String value = fixed.get(name);
            if (value != null) {
                header.put("const", value);
            }
        });
        return schema;
    }
}
