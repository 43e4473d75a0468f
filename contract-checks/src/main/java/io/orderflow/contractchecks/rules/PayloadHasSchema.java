package io.orderflow.contractchecks.rules;

import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Event;
import io.orderflow.contractchecks.catalogue.EventVersion;
import io.orderflow.contractchecks.catalogue.Field;
import io.orderflow.contractchecks.catalogue.ResolvedSchema;
import java.util.Set;
import java.util.stream.Stream;

/** A payload says field by field what it is: no bag of anything, no type field that everything hangs on. */
final class PayloadHasSchema implements VersionRule {

    private static final Set<String> BAGS =
            Set.of("data", "body", "content", "json", "blob", "attributes", "properties");
    private static final Set<String> SWITCHES = Set.of("type", "operation", "eventname", "event");
    private static final Set<String> DESCRIBING = Set.of("type", "enum", "const", "$ref", "anyOf", "oneOf");

    @Override
    public String code() {
        return "payload_without_schema";
    }

    @Override
    public Stream<Finding> check(Event event, EventVersion version, Catalogue catalogue) {
        String file = version.schema().file();
        if (version.schema().content().isMissingNode()) {
            return Stream.empty();
        }
        ResolvedSchema payload =
                ResolvedSchema.of(version.payload(), version.schema().content(), catalogue.schemas());
        if (!payload.types().equals(Set.of("object")) || payload.properties().isEmpty()) {
            return Stream.of(finding(
                    file, "/payload", "the payload is no object with fields", "Declare each field with its type"));
        }
        return Field.below(payload, "/payload").stream().flatMap(field -> check(field, file));
    }

    private Stream<Finding> check(Field field, String file) {
        if (isOpenBag(field.schema())) {
            return Stream.of(finding(
                    file, field.pointer(), "may hold anything", "Declare its fields, or the type of its elements"));
        }
        String name = String.join("", Words.of(field.name()));
        if (BAGS.contains(name) && field.schema().types().contains("string")) {
            return Stream.of(
                    finding(file, field.pointer(), "hides its structure in a text", "Declare the structure as fields"));
        }
        if (field.isTopOfPayload() && SWITCHES.contains(name)) {
            return Stream.of(finding(
                    file,
                    field.pointer(),
                    "makes one event stand for several facts",
                    "Publish one event for each fact; the event's name says what happened"));
        }
        return Stream.empty();
    }

    private static boolean isOpenBag(ResolvedSchema schema) {
        if (!schema.literals().isEmpty() || DESCRIBING.stream().noneMatch(schema.keywords()::contains)) {
            return true;
        }
        boolean openObject = schema.types().contains("object")
                && schema.properties().isEmpty()
                && schema.additionalProperties().isEmpty();
        boolean openArray = schema.types().contains("array") && schema.items().isEmpty();
        return (openObject || openArray) && schema.alternatives().isEmpty();
    }
}
