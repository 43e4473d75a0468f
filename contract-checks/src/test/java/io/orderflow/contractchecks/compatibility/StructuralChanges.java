package io.orderflow.contractchecks.compatibility;

import static io.orderflow.contractchecks.compatibility.SeedMatrix.field;

import java.util.stream.Stream;

/** Changes that the requirement's matrix does not name. */
final class StructuralChanges {

    private StructuralChanges() {}

    static Stream<Comparison> rows() {
        return Stream.of(types(), bounds(), texts(), objects(), lists(), words(), unknown())
                .flatMap(rows -> rows);
    }

    private static Stream<Comparison> types() {
        return Stream.of(
                field("'type': 'string'", "'type': 'integer'", "TYPE_CHANGED /a")
                        .writing("{'a': 'x'}", "{'a': 1}"),
                field("'type': ['string', 'null']", "'type': 'string'", "TYPE_NARROWED /a")
                        .writing("{'a': null}", "{'a': 'x'}"),
                field("'type': 'string'", "'type': ['string', 'null']", "TYPE_WIDENED /a")
                        .writing("{'a': 'x'}", "{'a': null}"),
                field("", "'type': 'string'", "TYPE_NARROWED /a").writing("{'a': 1}", "{'a': 'x'}"),
                field("'const': 'A'", "'const': 'B'", "CONSTANT_CHANGED /a").writing("{'a': 'A'}", "{'a': 'B'}"),
                field("'const': 'A'", "'enum': ['A', 'B']", "ENUM_VALUE_ADDED /a")
                        .writing("{'a': 'A'}", "{'a': 'B'}"),
                field("'enum': ['A', 'B']", "'enum': ['A']", "ENUM_VALUE_REMOVED /a")
                        .writing("{'a': 'B'}", "{'a': 'A'}"),
                field("'type': 'string'", "'type': 'string', 'enum': ['A']", "CONSTRAINT_NARROWED /a")
                        .writing("{'a': 'B'}", "{'a': 'A'}"),
                field("'type': 'string', 'enum': ['A']", "'type': 'string'", "CONSTRAINT_WIDENED /a")
                        .writing("{'a': 'A'}", "{'a': 'B'}"));
    }

    private static Stream<Comparison> bounds() {
        return Stream.of(
                field("'minimum': 1", "'minimum': 2", "CONSTRAINT_NARROWED /a").writing("{'a': 1}", "{'a': 2}"),
                field("'minimum': 1", "'minimum': 0", "CONSTRAINT_WIDENED /a").writing("{'a': 1}", "{'a': 0}"),
                field("'maximum': 5", "", "CONSTRAINT_WIDENED /a").writing("{'a': 5}", "{'a': 6}"),
                field("", "'exclusiveMaximum': 5", "CONSTRAINT_NARROWED /a").writing("{'a': 5}", "{'a': 4}"),
                field("'maxLength': 10", "'maxLength': 5", "CONSTRAINT_NARROWED /a")
                        .writing("{'a': '123456'}", "{'a': '1'}"),
                field("'maxLength': 5", "'maxLength': 10", "CONSTRAINT_WIDENED /a")
                        .writing("{'a': '1'}", "{'a': '123456'}"),
                field("'minItems': 1", "'minItems': 0", "CONSTRAINT_WIDENED /a").writing("{'a': [1]}", "{'a': []}"),
                field("'maxItems': 2", "'maxItems': 1", "CONSTRAINT_NARROWED /a")
                        .writing("{'a': [1, 2]}", "{'a': [1]}"),
                field("'maxProperties': 2", "'maxProperties': 1", "CONSTRAINT_NARROWED /a")
                        .writing("{'a': {'x': 1, 'y': 2}}", "{'a': {}}"),
                field("'uniqueItems': true", "", "CONSTRAINT_WIDENED /a").writing("{'a': [1]}", "{'a': [1, 1]}"),
                field("", "'uniqueItems': true", "CONSTRAINT_NARROWED /a").writing("{'a': [1, 1]}", "{'a': [1]}"));
    }

    private static Stream<Comparison> texts() {
        return Stream.of(
                field("'pattern': '^a'", "'pattern': '^b'", "PATTERN_CHANGED /a")
                        .writing("{'a': 'a'}", "{'a': 'b'}"),
                field("'pattern': '^a'", "", "CONSTRAINT_WIDENED /a").writing("{'a': 'a'}", "{'a': 'b'}"),
                field("", "'pattern': '^a'", "CONSTRAINT_NARROWED /a").writing("{'a': 'b'}", "{'a': 'a'}"),
                field("'format': 'uuid'", "'format': 'date'", "FORMAT_CHANGED /a")
                        .writing("{'a': '0197c1d2-a3b4-7e5f-8a6b-7c8d9e0f1a20'}", "{'a': '2026-01-01'}"),
                field("", "'format': 'date'", "CONSTRAINT_NARROWED /a").writing("{'a': 'x'}", "{'a': '2026-01-01'}"),
                field("'format': 'date'", "", "CONSTRAINT_WIDENED /a").writing("{'a': '2026-01-01'}", "{'a': 'x'}"));
    }

    private static Stream<Comparison> objects() {
        String inner = "'type': 'object', 'properties': {'b': {'type': 'object', 'properties': {%s}}}";
        String map = "'type': 'object', 'additionalProperties': {'type': 'string'}";
        return Stream.of(
                field(
                                inner.formatted("'c': {'type': 'string'}"),
                                inner.formatted("'c': {'type': 'integer'}, 'd': {}"),
                                "TYPE_CHANGED /a/b/c",
                                "OPTIONAL_FIELD_ADDED /a/b/d")
                        .writing("{'a': {'b': {'c': 'x'}}}", "{'a': {'b': {'c': 1}}}"),
                field("'type': 'object'", "'type': 'object', 'additionalProperties': false", "OBJECT_CLOSED /a/*"),
                field("'type': 'object', 'additionalProperties': false", "'type': 'object'", "OBJECT_OPENED /a/*"),
                field(
                                "'additionalProperties': false",
                                "'additionalProperties': false, 'properties': {'b': {}}",
                                "FIELD_ADDED_TO_CLOSED_OBJECT /a/b")
                        .writing("{'a': {}}", "{'a': {'b': 1}}"),
                field("'type': 'object'", map, "CONSTRAINT_NARROWED /a/*").writing("{'a': {'b': 1}}", "{'a': {}}"),
                field(map, "'type': 'object'", "CONSTRAINT_WIDENED /a/*").writing("{'a': {}}", "{'a': {'b': 1}}"),
                field(map, "'type': 'object', 'additionalProperties': {'type': 'integer'}", "TYPE_CHANGED /a/*")
                        .writing("{'a': {'b': 'x'}}", "{'a': {'b': 1}}"),
                field(
                                map,
                                map + ", 'properties': {'b': {'type': 'integer'}}",
                                "OPTIONAL_FIELD_ADDED /a/b",
                                "TYPE_CHANGED /a/b")
                        .writing("{'a': {'b': 'x'}}", "{'a': {'b': 1}}"),
                field(
                                map + ", 'properties': {'b': {'type': 'integer'}}",
                                map,
                                "OPTIONAL_FIELD_REMOVED /a/b",
                                "TYPE_CHANGED /a/b")
                        .writing("{'a': {'b': 1}}", "{'a': {'b': 'x'}}"),
                field(
                        "'properties': {'b': {'type': 'string'}, 'c': {'type': 'string'}}",
                        "'properties': {'d': {'type': 'string'}}",
                        "OPTIONAL_FIELD_REMOVED /a/b",
                        "OPTIONAL_FIELD_REMOVED /a/c",
                        "OPTIONAL_FIELD_ADDED /a/d"));
    }

    private static Stream<Comparison> lists() {
        String list =
                "'type': 'array', 'items': {'type': 'object', 'required': ['b'], 'properties': {'b': {'type': '%s'}}}";
        return Stream.of(
                field(list.formatted("string"), list.formatted("integer"), "TYPE_CHANGED /a/*/b")
                        .writing("{'a': [{'b': 'x'}]}", "{'a': [{'b': 1}]}"),
                field("'type': 'array'", "'type': 'array', 'items': {'type': 'string'}", "CONSTRAINT_NARROWED /a/*")
                        .writing("{'a': [1]}", "{'a': ['x']}"),
                field("'type': 'array', 'items': {'type': 'string'}", "'type': 'array'", "CONSTRAINT_WIDENED /a/*")
                        .writing("{'a': ['x']}", "{'a': [1]}"));
    }

    private static Stream<Comparison> words() {
        return Stream.of(
                field("'x-meaning': 'In metres'", "'x-meaning': 'In feet'", "MEANING_CHANGED /a"),
                field("'x-meaning': 'In metres'", "", "MEANING_DROPPED /a"),
                field(
                        "'format': 'date-time', 'description': 'When it was sent'",
                        "'format': 'date-time', 'description': 'When it arrived'",
                        "DESCRIPTION_CHANGED /a"),
                field(
                        "'enum': ['A'], 'description': 'One way'",
                        "'enum': ['A'], 'description': 'The other way'",
                        "DESCRIPTION_CHANGED /a"),
                field("'default': 1", "'default': 2", "DEFAULT_CHANGED /a"));
    }

    private static Stream<Comparison> unknown() {
        return Stream.of(
                field("", "'not': {'const': 1}", "UNKNOWN_KEYWORD /a"),
                field("'oneOf': [{'const': 1}]", "'oneOf': [{'const': 2}]", "UNKNOWN_KEYWORD /a"),
                field("'items': {}", "'items': false", "UNKNOWN_KEYWORD /a", "CONSTRAINT_WIDENED /a/*"),
                field("'unevaluatedItems': false", "'unevaluatedItems': false", "UNKNOWN_KEYWORD /a"),
                field("'allOf': [true]", "'allOf': [false]", "UNKNOWN_KEYWORD /a"),
                Comparison.of(
                        "behind a reference inside",
                        "{'$id': 'x:1', '$defs': {'p': {'const': 1}}, 'anyOf': [{'$ref': '#/$defs/p'}]}",
                        "{'$id': 'x:1', '$defs': {'p': {'const': 2}}, 'anyOf': [{'$ref': '#/$defs/p'}]}",
                        "UNKNOWN_KEYWORD "),
                Comparison.of(
                        "without end",
                        "{'$id': 'x:2', 'type': 'object', 'properties': {'a': {'$ref': '#'}}}",
                        "{'$id': 'x:2', 'type': 'object', 'properties': {'a': {'$ref': '#'}}}",
                        "UNKNOWN_KEYWORD " + "/a".repeat(25)));
    }
}
