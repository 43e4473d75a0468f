package io.orderflow.contractchecks.rules;

import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Event;
import io.orderflow.contractchecks.catalogue.EventVersion;
import io.orderflow.contractchecks.catalogue.Ownership;
import io.orderflow.contractchecks.catalogue.SchemaDocument;
import java.util.stream.Stream;

/** Folder, schema and ownership record say the same about which event this is. */
final class IdentityAgrees implements VersionRule {

    @Override
    public String code() {
        return "identity_disagrees";
    }

    @Override
    public Stream<Finding> check(Event event, EventVersion version, Catalogue catalogue) {
        SchemaDocument schema = version.schema();
        if (schema.content().isMissingNode()) {
            return Stream.empty();
        }
        String ref = event.schemaRef(version.number());
        Stream<Finding> inSchema = Stream.of(
                        same(schema.file(), "/$id", ref, schema.id()),
                        same(schema.file(), "/title", event.name(), schema.title()),
                        same(schema.file(), "/schemaRef", ref, schema.constant("schemaRef")),
                        same(schema.file(), "/eventType", event.name(), schema.constant("eventType")),
                        same(
                                schema.file(),
                                "/eventVersion",
                                Integer.toString(version.number()),
                                schema.constant("eventVersion")))
                .flatMap(found -> found);
        Ownership ownership = event.ownership();
        boolean isNewest = event.newest().filter(version::equals).isPresent();
        if (!isNewest || ownership.content().isMissingNode()) {
            return inSchema;
        }
        return Stream.of(
                        inSchema,
                        same(ownership.file(), "/eventType", event.name(), ownership.eventType()),
                        same(ownership.file(), "/payloadSchema", ref, ownership.payloadSchema()))
                .flatMap(found -> found);
    }

    private Stream<Finding> same(String file, String pointer, String expected, String actual) {
        return expected.equals(actual)
                ? Stream.empty()
                : Stream.of(finding(
                        file,
                        pointer,
                        actual.isEmpty()
                                ? "is not fixed to " + expected
                                : "says " + actual + " in the folder of " + expected,
                        "Write " + expected));
    }
}
