package io.orderflow.bpmn.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The events of {@code lint/catalogue.json}, which is written from the contracts. */
record KnownEvents(String service, Map<String, KnownEvent> byType) {

    /** @param fields paths of the payload fields that hold one value */
    record KnownEvent(String topic, boolean consumed, List<String> fields) {

        boolean has(String field) {
            return fields.contains(field);
        }

        String listed() {
            return String.join(", ", fields);
        }
    }

    static KnownEvents read(Path file) throws IOException {
        JsonNode content = new ObjectMapper().readTree(file.toFile());
        Map<String, KnownEvent> byType = new LinkedHashMap<>();
        content.path("events").properties().forEach(event -> byType.put(event.getKey(), of(event.getValue())));
        return new KnownEvents(content.path("service").asText(), byType);
    }

    Optional<KnownEvent> find(String type) {
        return Optional.ofNullable(byType.get(type));
    }

    private static KnownEvent of(JsonNode event) {
        return new KnownEvent(
                event.path("topic").asText(),
                event.path("consumed").asBoolean(),
                event.path("fields").valueStream().map(JsonNode::asText).toList());
    }
}
