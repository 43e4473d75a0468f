package io.orderflow.contractchecks.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.SchemaDocument;
import io.orderflow.contractchecks.catalogue.Schemas;
import java.util.stream.Stream;

/** A schema is JSON Schema 2020-12, and what it refers to exists. */
final class SchemaIsValid implements Rule {

    @Override
    public String code() {
        return "schema_invalid";
    }

    @Override
    public Stream<Finding> check(Catalogue catalogue) {
        return catalogue
                .documents()
                .filter(document -> !document.content().isMissingNode())
                .flatMap(document -> Stream.of(
                                dialect(document),
                                keywords(document, catalogue.schemas()),
                                references(document, document.content(), "", catalogue.schemas()))
                        .flatMap(found -> found));
    }

    private Stream<Finding> dialect(SchemaDocument document) {
        return document.content().path("$schema").asText().equals(Schemas.DIALECT)
                ? Stream.empty()
                : Stream.of(finding(
                        document.file(),
                        "/$schema",
                        "is not " + Schemas.DIALECT,
                        "Write \"$schema\": \"" + Schemas.DIALECT + "\""));
    }

    private Stream<Finding> keywords(SchemaDocument document, Schemas schemas) {
        return schemas.violations(Schemas.DIALECT, document.content()).stream()
                .map(violation -> finding(
                        document.file(), violation.pointer(), violation.message(), "See https://json-schema.org"));
    }

    private Stream<Finding> references(SchemaDocument document, JsonNode node, String pointer, Schemas schemas) {
        Stream<Finding> here = node.path("$ref").isTextual()
                        && schemas.target(node.path("$ref").asText(), document.content())
                                .isMissingNode()
                ? Stream.of(finding(
                        document.file(),
                        pointer,
                        "refers to nothing: " + node.path("$ref").asText(),
                        "Name a schema that exists"))
                : Stream.empty();
        Stream<Finding> fields = node.properties().stream()
                .flatMap(field -> references(document, field.getValue(), pointer + "/" + field.getKey(), schemas));
        Stream<Finding> elements = node.isArray()
                ? node.valueStream().flatMap(element -> references(document, element, pointer, schemas))
                : Stream.empty();
        return Stream.of(here, fields, elements).flatMap(found -> found);
    }
}
