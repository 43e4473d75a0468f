package io.orderflow.testing.contractkits;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * Which fields of a payload say something. The catalogue's full example shows all that consumers may find in an event and
 * need not ask its owner for; a payload that leaves a field of it out, null, blank or empty sends them asking.
 */
final class Snapshot {

    private Snapshot() {}

    /** Fields of the example, by path with {@code *} for any element, that say nothing anywhere in the payload. */
    static Set<String> missing(JsonNode example, JsonNode payload) {
        Set<String> missing = new TreeSet<>();
        compare(example, List.of(payload), "", missing);
        return missing;
    }

    private static void compare(JsonNode example, List<JsonNode> payloads, String path, Set<String> missing) {
        if (!isEmpty(example) && payloads.stream().allMatch(Snapshot::isEmpty)) {
            missing.add(path);
        } else if (example.isObject()) {
            example.fieldNames().forEachRemaining(name -> {
                List<JsonNode> fields = payloads.stream()
                        .map(payload -> payload.path(name))
                        .filter(field -> !field.isMissingNode())
                        .toList();
                if (fields.isEmpty()) {
                    missing.add(path + "/" + name);
                } else {
                    compare(example.path(name), fields, path + "/" + name, missing);
                }
            });
        } else if (example.isArray()) {
            List<JsonNode> elements = payloads.stream()
                    .flatMap(payload -> StreamSupport.stream(payload.spliterator(), false))
                    .toList();
            example.forEach(element -> compare(element, elements, path + "/*", missing));
        }
    }

    private static boolean isEmpty(JsonNode node) {
        return node.isNull()
                || node.isMissingNode()
                || node.isTextual() && node.asText().isBlank()
                || node.isContainerNode() && node.isEmpty();
    }
}
