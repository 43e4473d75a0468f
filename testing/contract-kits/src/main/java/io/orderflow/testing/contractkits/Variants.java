package io.orderflow.testing.contractkits;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** An event as other producers, good and bad, might send it. */
final class Variants {

    private Variants() {}

    /** As a later version of its producer might: fields that nobody knows yet, at every level that allows for them. */
    static ObjectNode withUnknownFields(Consumption consumption) {
        ObjectNode event = consumption.value().deepCopy();
        addTo(event.path("payload"));
        event.put("fieldOfTomorrow", "unknown");
        return event;
    }

    private static void addTo(JsonNode node) {
        node.forEach(Variants::addTo);
        if (node instanceof ObjectNode object) {
            object.putObject("fieldOfTomorrow")
                    .put("text", "unknown")
                    .putArray("list")
                    .add(1);
        }
    }

    /** Each required field of the payload left out, and null, under ids of their own. */
    static List<ObjectNode> withoutRequiredFields(Consumption consumption) {
        List<ObjectNode> broken = new ArrayList<>();
        for (String field : consumption.contract().requiredPayloadFields()) {
            ObjectNode without = consumption.another(consumption.version());
            ((ObjectNode) without.path("payload")).remove(field);
            broken.add(without);
            ObjectNode empty = consumption.another(consumption.version());
            ((ObjectNode) empty.path("payload")).putNull(field);
            broken.add(empty);
        }
        return broken;
    }
}
