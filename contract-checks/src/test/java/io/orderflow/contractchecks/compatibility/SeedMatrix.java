package io.orderflow.contractchecks.compatibility;

import java.util.List;
import java.util.stream.Stream;

/** The event compatibility matrix, section 25 of the event backbone requirement: nine changes, each with its verdict. */
final class SeedMatrix {

    private static final String ENVELOPE = "schema://platform/envelope/1#/$defs/";

    /**
     * One row.
     *
     * @param change as the requirement words it
     * @param compatible as the requirement words it
     * @param verdicts what we say; two where the requirement leaves two open
     * @param note as the requirement words it
     */
    record Row(String change, String compatible, List<Verdict> verdicts, String note, List<Comparison> cases) {

        @Override
        public String toString() {
            return change + ": " + compatible;
        }
    }

    private SeedMatrix() {}

    static Stream<Comparison> rows() {
        return matrix().flatMap(row -> row.cases().stream());
    }

    static Stream<Row> matrix() {
        return Stream.of(
                row(
                        "Add optional field",
                        "Usually yes",
                        Verdict.COMPATIBLE,
                        "Consumers ignore unknown fields",
                        object(
                                        "'a': {'type': 'string'}",
                                        "",
                                        "'a': {'type': 'string'}, 'b': {'type': 'integer'}",
                                        "",
                                        "OPTIONAL_FIELD_ADDED /b")
                                .writing("{'a': 'x'}", "{'a': 'x', 'b': 1}")),
                row(
                        "Add required field",
                        "No",
                        Verdict.BREAKING,
                        "Old producers cannot populate it",
                        object(
                                        "'a': {'type': 'string'}",
                                        "",
                                        "'a': {'type': 'string'}, 'b': {'type': 'integer'}",
                                        "'b'",
                                        "REQUIRED_FIELD_ADDED /b")
                                .writing("{'a': 'x'}", "{'a': 'x', 'b': 1}"),
                        object(
                                        "'a': {'type': 'string'}",
                                        "",
                                        "'a': {'type': 'string'}",
                                        "'a'",
                                        "FIELD_MADE_REQUIRED /a")
                                .writing("{}", "{'a': 'x'}")),
                row(
                        "Remove optional field",
                        "Maybe",
                        Verdict.MAYBE,
                        "Only if consumers do not rely on it",
                        object(
                                        "'a': {'type': 'string'}, 'b': {'type': 'integer'}",
                                        "'a'",
                                        "'a': {'type': 'string'}",
                                        "'a'",
                                        "OPTIONAL_FIELD_REMOVED /b")
                                .writing("{'a': 'x', 'b': 1}", "{'a': 'x'}")),
                row(
                        "Remove required field",
                        "No",
                        Verdict.BREAKING,
                        "Breaks consumers",
                        object(
                                        "'a': {'type': 'string'}, 'b': {'type': 'integer'}",
                                        "'b'",
                                        "'a': {'type': 'string'}",
                                        "",
                                        "REQUIRED_FIELD_REMOVED /b")
                                .writing("{'b': 1}", "{'a': 'x'}"),
                        object(
                                        "'b': {'type': 'integer'}",
                                        "'b'",
                                        "'b': {'type': 'integer'}",
                                        "",
                                        "FIELD_MADE_OPTIONAL /b")
                                .writing("{'b': 1}", "{}"),
                        object(
                                        "'customerId': {'type': 'string'}",
                                        "'customerId'",
                                        "'customer': {'type': 'object', 'required': ['id'], 'properties': {'id': {'type': 'string'}}}",
                                        "'customer'",
                                        "REQUIRED_FIELD_REMOVED /customerId",
                                        "REQUIRED_FIELD_ADDED /customer")
                                .writing("{'customerId': 'c'}", "{'customer': {'id': 'c'}}")),
                row(
                        "Rename field",
                        "No",
                        Verdict.BREAKING,
                        "Add new field first, deprecate old later",
                        object("'a': {'type': 'string'}", "'a'", "'b': {'type': 'string'}", "'b'", "FIELD_RENAMED /a")
                                .writing("{'a': 'x'}", "{'b': 'x'}"),
                        object("'a': {'type': 'string'}", "", "'b': {'type': 'string'}", "", "FIELD_RENAMED /a")),
                row(
                        "Change enum semantics",
                        "No",
                        Verdict.BREAKING,
                        "Especially dangerous for state transitions",
                        field(
                                "'enum': ['DONE'], 'x-meaning': {'DONE': 'Delivered'}",
                                "'enum': ['DONE'], 'x-meaning': {'DONE': 'Sent'}",
                                "ENUM_MEANING_CHANGED /a"),
                        field("'enum': ['OPEN', 'DONE']", "'enum': ['OPEN', 'CLOSED']", "ENUM_VALUE_REPLACED /a")
                                .writing("{'a': 'DONE'}", "{'a': 'CLOSED'}")),
                row(
                        "Add enum value",
                        "Risky",
                        Verdict.RISKY,
                        "Consumers may not handle unknown value",
                        field("'enum': ['OPEN', 'DONE']", "'enum': ['OPEN', 'DONE', 'LOST']", "ENUM_VALUE_ADDED /a")
                                .writing("{'a': 'DONE'}", "{'a': 'LOST'}")),
                new Row(
                        "Change numeric precision",
                        "Risky/no",
                        List.of(Verdict.RISKY, Verdict.BREAKING),
                        "Money must be stable",
                        List.of(
                                field(
                                                "'$ref': '" + ENVELOPE + "money'",
                                                "'type': 'string', 'pattern': '^-?[0-9]+\\\\.[0-9]{4}$'",
                                                "MONEY_CHANGED /a",
                                                "CONSTRAINT_WIDENED /a")
                                        .writing("{'a': '1.50'}", ""),
                                field(
                                                "'$ref': '" + ENVELOPE + "money'",
                                                "'type': 'number'",
                                                "MONEY_CHANGED /a",
                                                "CONSTRAINT_WIDENED /a")
                                        .writing("{'a': '1.50'}", "{'a': 1.5}"),
                                field(
                                                "'type': 'number', 'multipleOf': 0.01",
                                                "'type': 'number', 'multipleOf': 0.001",
                                                "PRECISION_RAISED /a")
                                        .writing("{'a': 0.25}", "{'a': 0.125}"),
                                field(
                                                "'type': 'number', 'multipleOf': 0.01",
                                                "'type': 'number', 'multipleOf': 0.1",
                                                "PRECISION_LOWERED /a")
                                        .writing("{'a': 0.25}", "{'a': 0.5}"),
                                field("'type': 'integer'", "'type': 'number'", "PRECISION_RAISED /a")
                                        .writing("{'a': 1}", "{'a': 1.5}"),
                                field("'type': 'number'", "'type': 'integer'", "PRECISION_LOWERED /a")
                                        .writing("{'a': 1.5}", "{'a': 1}"))),
                row(
                        "Change timestamp meaning",
                        "No",
                        Verdict.BREAKING,
                        "Use new field",
                        field(
                                "'x-meaning': 'When it was sent', '$ref': '" + ENVELOPE + "instant'",
                                "'x-meaning': 'When it arrived', '$ref': '" + ENVELOPE + "instant'",
                                "TIMESTAMP_MEANING_CHANGED /a")));
    }

    private static Row row(String change, String compatible, Verdict verdict, String note, Comparison... cases) {
        return new Row(change, compatible, List.of(verdict), note, List.of(cases));
    }

    private static Comparison object(
            String before, String requiredBefore, String after, String requiredAfter, String... changes) {
        return Comparison.of(
                String.join(" and ", changes),
                "{'type': 'object', 'required': [%s], 'properties': {%s}}".formatted(requiredBefore, before),
                "{'type': 'object', 'required': [%s], 'properties': {%s}}".formatted(requiredAfter, after),
                changes);
    }

    static Comparison field(String before, String after, String... changes) {
        return object("'a': {" + before + "}", "", "'a': {" + after + "}", "", changes);
    }
}
