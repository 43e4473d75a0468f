package io.orderflow.contractchecks.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.contractchecks.catalogue.Field;
import java.util.stream.Stream;

/** Times and enumerations say what they mean in {@code x-meaning}, so that a change of meaning shows as a change. */
final class MeaningIsDeclared implements FieldRule {

    @Override
    public String code() {
        return "meaning_undeclared";
    }

    @Override
    public Stream<Finding> check(Field field, String file) {
        JsonNode meaning = field.schema().first("x-meaning");
        JsonNode values = field.schema().first("enum");
        if (values.isArray()) {
            return values.valueStream()
                    .map(JsonNode::asText)
                    .filter(value -> meaning.path(value).asText().isBlank())
                    .map(value -> finding(
                            file,
                            field.pointer(),
                            "does not say what " + value + " means",
                            "Add \"x-meaning\": {\"" + value + "\": \"...\"}"));
        }
        boolean silent = field.schema().first("format").asText().equals("date-time")
                && meaning.asText().isBlank();
        return silent
                ? Stream.of(finding(
                        file, field.pointer(), "does not say which moment it is", "Add \"x-meaning\": \"When ...\""))
                : Stream.empty();
    }
}
