package io.orderflow.contractchecks.rules;

import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.ResolvedSchema;
import io.orderflow.contractchecks.catalogue.SchemaDocument;
import java.util.Set;
import java.util.stream.Stream;

/** Every event has the sixteen fields of the envelope, and all of them that it cannot do without are required. */
final class EnvelopeIsComplete implements Rule {

    private static final Set<String> REQUIRED = Set.of(
            "eventId",
            "eventType",
            "eventVersion",
            "occurredAt",
            "producer",
            "tenantId",
            "aggregateType",
            "aggregateId",
            "aggregateVersion",
            "correlationId",
            "schemaRef",
            "payload",
            "metadata");
    private static final Set<String> OPTIONAL = Set.of("publishedAt", "causationId", "traceId");

    @Override
    public String code() {
        return "envelope_incomplete";
    }

    @Override
    public Stream<Finding> check(Catalogue catalogue) {
        SchemaDocument envelope = catalogue.envelope();
        ResolvedSchema schema = ResolvedSchema.of(envelope.content(), catalogue.schemas());
        Set<String> declared = schema.properties().keySet();
        Stream<Finding> undeclared = Stream.concat(REQUIRED.stream(), OPTIONAL.stream())
                .filter(field -> !declared.contains(field))
                .sorted()
                .map(field -> finding(envelope.file(), "/" + field, "the envelope lacks it", "Declare it"));
        Stream<Finding> optional = REQUIRED.stream()
                .filter(field -> declared.contains(field) && !schema.required().contains(field))
                .sorted()
                .map(field -> finding(envelope.file(), "/" + field, "an event may lack it", "Require it"));
        Stream<Finding> without = catalogue.events().stream()
                .flatMap(event -> event.versions().stream())
                .map(version -> version.schema())
                .filter(document -> !document.content().isMissingNode())
                .filter(document -> document.content()
                        .path("allOf")
                        .valueStream()
                        .noneMatch(part -> part.path("$ref").asText().equals(envelope.id())))
                .map(document -> finding(
                        document.file(),
                        "/allOf",
                        "the event is not wrapped in the envelope",
                        "Write \"allOf\": [{\"$ref\": \"" + envelope.id() + "\"}]"));
        return Stream.of(undeclared, optional, without).flatMap(found -> found);
    }
}
