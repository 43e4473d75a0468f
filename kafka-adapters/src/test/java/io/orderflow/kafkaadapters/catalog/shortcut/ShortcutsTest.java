package io.orderflow.kafkaadapters.catalog.shortcut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortcutsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "oneOf                | {'oneOf': [{'type': 'string'}]}",
                "uniqueItems          | {'properties': {'a': {'items': {'uniqueItems': true}}}}",
                "$dynamicRef          | {'$dynamicRef': '#x'}",
                "format email         | {'format': 'email'}",
                "type \"number\"      | {'type': 'number'}",
                "the schema false     | {'additionalProperties': false}",
                "the number 1.5       | {'minimum': 1.5}",
                "the constant true    | {'const': true}",
                "maxLength -1         | {'maxLength': -1}",
                "$ref schema://gone   | {'$ref': 'schema://gone'}",
                "$ref #anchor         | {'$ref': '#anchor'}",
                "$ref #/$defs/gone    | {'$ref': '#/$defs/gone'}",
                "a circle of $ref     | {'$ref': '#'}",
                "a schema inside      | {'properties': {'child': {'$ref': '#'}}}",
                "a document inside    | {'$id': 'a', '$defs': {'b': {'$id': 'b'}}}"
            })
    void refusesWhatItDoesNotKnow(String because, String schema) {
        Shortcuts shortcuts = shortcuts(schema);
        assertThatThrownBy(() -> shortcuts.compile("it"))
                .isInstanceOf(Unsupported.class)
                .hasMessageContaining(because);
        assertThat(shortcuts.to("it")).isSameAs(Shortcut.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'minLength': 2}                                  | 'ab'       | 'a'",
                "{'minLength': 2}                                  | '\\ud83d\\ude00b' | '\\ud83d\\ude00'",
                "{'maxLength': 2}                                  | '\\ud83d\\ude00b' | 'abc'",
                "{'minLength': 2}                                  | 7          | ''",
                "{'type': ['string', 'null']}                      | null       | 1",
                "{'type': 'integer', 'minimum': 1, 'maximum': 3}   | 3          | 4",
                "{'type': 'integer'}                               | -9223372036854775808 | 9223372036854775808",
                "{'type': 'integer'}                               | 1          | 1.0",
                "{'enum': ['A', 'B', null]}                        | null       | 'C'",
                "{'enum': ['A', 'BB'], 'minLength': 2}             | 'BB'       | 'A'",
                "{'const': 1}                                      | 1          | 2",
                "{'items': {'type': 'string'}, 'minItems': 1}      | ['a']      | []",
                "{'items': {'type': 'string'}, 'maxItems': 1}      | []         | ['a', 'b']",
                "{'items': {'type': 'string'}}                     | ['a']      | ['a', 1]",
                "{'required': ['a']}                               | {'a': null} | {}",
                "{'properties': {'a': {'type': 'string'}}}         | {'b': 1}   | {'a': 1}",
                "{'properties': {'a': true}}                       | {'a': []}  | {'a': 1.5}",
                "{'additionalProperties': {'type': 'string'}, 'properties': {'a': {}}} | {'a': 1, 'b': ''} | {'b': 1}",
                "{'maxProperties': 1}                              | {'a': 1}   | {'a': 1, 'b': 1}",
                "{'allOf': [{'required': ['a']}], 'required': ['b']} | {'a': 1, 'b': 1} | {'b': 1}",
                "{'type': 'string', 'x-owner': 1, 'description': ''} | 'a'      | true",
                "{'$ref': '#/$defs/t', 'minLength': 1, '$defs': {'t': {'type': 'string'}}} | 'a' | ''",
                "{'format': 'date-time'} | '2026-12-31T23:59:59.999999999Z' | '2026-12-31T23:59:59.Z'",
                "{'format': 'date-time'} | '2026-11-30T00:00:00Z'  | '2026-11-31T00:00:00Z'",
                "{'format': 'uuid'} | '0197c1d2-a3b4-7e5f-8a6b-7c8d9e0f1a17' | '0197c1d2-a3b4-7e5f-8a6b-7c8d9e0f1a1g'"
            })
    void acceptsTheOneAndNotTheOther(String schema, String one, String other) {
        Shortcut shortcut = shortcuts(schema).compile("it");
        assertThat(shortcut.accepts(json(one))).isTrue();
        assertThat(shortcut.accepts(json(other))).isFalse();
    }

    @Test
    void followsReferencesIntoOtherDocumentsAndBack() {
        Shortcut shortcut = new Shortcuts(Map.of(
                        "it", text("{'$ref': 'shared#/$defs/outer'}"),
                        "shared", text("{'$defs': {'outer': {'$ref': '#/$defs/inner'}, 'inner': {'type': 'null'}}}")))
                .compile("it");
        assertThat(shortcut.accepts(json("null"))).isTrue();
        assertThat(shortcut.accepts(json("1"))).isFalse();
    }

    private static Shortcuts shortcuts(String schema) {
        return new Shortcuts(Map.of("it", text(schema)));
    }

    private static String text(String quotedSimply) {
        return quotedSimply.replace('\'', '"');
    }

    private static JsonNode json(String quotedSimply) {
        try {
            return JSON.readTree(text(quotedSimply));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(quotedSimply, e);
        }
    }
}
