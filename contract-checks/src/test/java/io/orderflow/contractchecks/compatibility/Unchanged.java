package io.orderflow.contractchecks.compatibility;

import static io.orderflow.contractchecks.compatibility.SeedMatrix.field;

import java.util.stream.Stream;

/** Schemas that are written differently and say the same. */
final class Unchanged {

    private static final String MONEY = "'type': 'string', 'pattern': '^-?[0-9]+\\\\.[0-9]{2,6}$', 'maxLength': 32";
    private static final String REFERENCE = "'$ref': 'schema://platform/envelope/1#/$defs/money'";

    private Unchanged() {}

    static Stream<Comparison> rows() {
        return Stream.of(
                field(MONEY, REFERENCE),
                field(REFERENCE, MONEY),
                field(REFERENCE, "'allOf': [{" + REFERENCE + "}]"),
                field(
                        "'type': 'integer', 'minimum': 1",
                        "'allOf': [{'type': 'number'}, {'type': 'integer', 'minimum': 1}, {'minimum': 0}]"),
                field("'enum': ['A', 'B']", "'enum': ['B', 'A']"),
                field("'type': ['string', 'null']", "'type': ['null', 'string']"),
                field("'multipleOf': 0.10", "'multipleOf': 0.1"),
                field("'description': 'A name'", "'description': 'The name'"),
                field("'enum': ['A']", "'enum': ['A'], 'x-meaning': {'A': 'First'}"),
                field("'oneOf': [{'const': 1}, {'const': 2}]", "'oneOf': [{'const': 1}, {'const': 2}], 'title': 'T'"),
                field("'additionalProperties': true", ""),
                Comparison.of(
                        "into a definition",
                        "{'$id': 'x:3', 'properties': {'a': {'type': 'object', 'required': ['b'], 'properties': {'b': {'type': 'string'}}}}}",
                        "{'$id': 'x:3', 'properties': {'a': {'$ref': '#/$defs/a'}}, '$defs': {'a': {'type': 'object', 'required': ['b'],"
                                + " 'properties': {'b': {'$ref': '#/$defs/b'}}}, 'b': {'type': 'string'}}}"),
                Comparison.of(
                        "wrapped in the envelope",
                        "{'allOf': [{'$ref': 'schema://platform/envelope/1'}], 'properties': {'eventType': {'const': 'A'}}}",
                        "{'$ref': 'schema://platform/envelope/1', 'properties': {'eventType': {'const': 'A', 'type': 'string'}}}"));
    }
}
