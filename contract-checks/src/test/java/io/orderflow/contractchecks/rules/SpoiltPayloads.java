package io.orderflow.contractchecks.rules;

import java.util.stream.Stream;

/** Payloads and examples that break a rule. */
final class SpoiltPayloads {

    private static final String SCHEMA = SpoiltFiles.SCHEMA;
    private static final String FIELDS = "/properties/payload/properties";
    private static final String LINE = FIELDS + "/lines/items/properties";
    private static final String MINIMAL = SpoiltFiles.PLACED + "examples/minimal.json";
    private static final String FULL = SpoiltFiles.PLACED + "examples/full.json";

    private SpoiltPayloads() {}

    static Stream<Spoilt> all() {
        return Stream.of(schemas(), shapes(), values(), examples()).flatMap(rows -> rows);
    }

    private static Spoilt field(String code, String how, String pointer, String at, String schema) {
        return new Spoilt(code, how, SCHEMA, pointer, files -> files.set(SCHEMA, at, schema));
    }

    private static Stream<Spoilt> schemas() {
        return Stream.of(
                field(
                        "schema_invalid",
                        "another dialect",
                        "/$schema",
                        "/$schema",
                        "\"http://json-schema.org/draft-07/schema#\""),
                field("schema_invalid", "no such type", "/properties/payload", FIELDS + "/urgent/type", "\"bool\""),
                field(
                        "schema_invalid",
                        "refers to nothing",
                        FIELDS + "/orderId",
                        FIELDS + "/orderId/$ref",
                        "\"schema://platform/envelope/1#/$defs/identity\""),
                field(
                        "object_closed",
                        "payload",
                        "/properties/payload",
                        "/properties/payload/additionalProperties",
                        "false"),
                field(
                        "object_closed",
                        "element",
                        "/properties/payload",
                        FIELDS + "/lines/items/unevaluatedProperties",
                        "false"));
    }

    private static Stream<Spoilt> shapes() {
        return Stream.of(
                new Spoilt(
                        "payload_without_schema",
                        "none",
                        SCHEMA,
                        "/payload",
                        files -> files.remove(SCHEMA, "/properties/payload")),
                field(
                        "payload_without_schema",
                        "an open object",
                        "/payload",
                        "/properties/payload",
                        "{\"type\": \"object\"}"),
                field("payload_without_schema", "data: {}", "/payload/data", FIELDS + "/data", "{}"),
                field("payload_without_schema", "data: anything", "/payload/data", FIELDS + "/data", "true"),
                field(
                        "payload_without_schema",
                        "open inside",
                        "/payload/lines/*/more",
                        LINE + "/more",
                        "{\"type\": \"object\"}"),
                field(
                        "payload_without_schema",
                        "JSON in text",
                        "/payload/body",
                        FIELDS + "/body",
                        "{\"type\": \"string\"}"),
                field(
                        "payload_without_schema",
                        "any elements",
                        "/payload/tags",
                        FIELDS + "/tags",
                        "{\"type\": \"array\"}"),
                field(
                        "payload_without_schema",
                        "{\"type\": \"update\"}",
                        "/payload/type",
                        FIELDS + "/type",
                        "{\"enum\": [\"update\"], \"x-meaning\": {\"update\": \"Something changed\"}}"),
                new Spoilt(
                        "thin_event",
                        "ids only",
                        SpoiltFiles.SHIPPED + "v1.schema.json",
                        "/payload",
                        files -> files.set(
                                SpoiltFiles.SHIPPED + "v1.schema.json",
                                FIELDS,
                                "{\"orderId\": {\"type\": \"string\"}, \"customerId\": {\"type\": \"string\"}}")),
                new Spoilt(
                        "key_not_in_payload",
                        "optional",
                        SCHEMA,
                        "/payload/orderId",
                        files -> files.remove(SCHEMA, "/properties/payload/required/0")),
                new Spoilt(
                        "key_not_in_payload",
                        "not the topic's",
                        SpoiltFiles.PLACED + "ownership.yaml",
                        "/key",
                        files -> files.replace(SpoiltFiles.PLACED + "ownership.yaml", "key: orderId", "key: placedBy")
                                .set(MINIMAL, "/aggregateId", "\"user_1\"")
                                .set(FULL, "/aggregateId", "\"user_1\"")),
                new Spoilt(
                        "key_not_in_payload",
                        "example of another",
                        FULL,
                        "/aggregateId",
                        files -> files.set(FULL, "/aggregateId", "\"ord_2\"")));
    }

    private static Stream<Spoilt> values() {
        String time = "{\"type\": \"string\", \"format\": \"date-time\", \"x-meaning\": \"When\"}";
        return Stream.of(
                field(
                        "money_as_number",
                        "a fraction",
                        "/payload/lines/*/unitPrice",
                        LINE + "/unitPrice",
                        "{\"type\": \"number\"}"),
                field(
                        "money_as_number",
                        "inside of a price",
                        "/payload/price/value",
                        FIELDS + "/price",
                        "{\"type\": \"object\", \"properties\": {\"value\": {\"type\": \"number\"}}}"),
                field(
                        "money_as_number",
                        "cents",
                        "/payload/totalAmount",
                        FIELDS + "/totalAmount",
                        "{\"type\": \"integer\"}"),
                field(
                        "money_as_number",
                        "any text",
                        "/payload/discount",
                        FIELDS + "/discount",
                        "{\"type\": \"string\"}"),
                field("timestamp_not_utc", "any offset", "/payload/paidAt", FIELDS + "/paidAt", time),
                field(
                        "timestamp_not_utc",
                        "an epoch",
                        "/payload/paidAt",
                        FIELDS + "/paidAt",
                        "{\"type\": \"integer\"}"),
                field(
                        "timestamp_not_utc",
                        "any text",
                        "/payload/lines/*/time",
                        LINE + "/time",
                        "{\"type\": \"string\"}"),
                new Spoilt(
                        "meaning_undeclared",
                        "of a time",
                        SCHEMA,
                        "/payload/placedAt",
                        files -> files.remove(SCHEMA, FIELDS + "/placedAt/x-meaning")),
                new Spoilt(
                        "meaning_undeclared",
                        "of a value",
                        SCHEMA,
                        "/payload/channel",
                        files -> files.set(SCHEMA, FIELDS + "/channel/enum/-", "\"SHOP\"")));
    }

    private static Stream<Spoilt> examples() {
        return Stream.of(
                new Spoilt(
                        "example_invalid",
                        "a field less",
                        MINIMAL,
                        "/payload",
                        files -> files.remove(MINIMAL, "/payload/channel")),
                new Spoilt(
                        "example_invalid",
                        "no instant",
                        FULL,
                        "/payload/placedAt",
                        files -> files.set(FULL, "/payload/placedAt", "\"2026-07-02T08:15:31+02:00\"")),
                new Spoilt(
                        "example_invalid",
                        "of a record",
                        "records/examples/parcel.v1.json",
                        "/weight",
                        files -> files.set("records/examples/parcel.v1.json", "/weight", "0")),
                new Spoilt(
                        "example_invalid",
                        "record without",
                        "records/parcel.v1.schema.json",
                        "",
                        files -> files.delete("records/examples/parcel.v1.json")),
                new Spoilt(
                        "example_not_minimal",
                        "payload",
                        MINIMAL,
                        "/payload/urgent",
                        files -> files.set(MINIMAL, "/payload/urgent", "true")),
                new Spoilt(
                        "example_not_minimal",
                        "inside",
                        MINIMAL,
                        "/payload/lines/0/note",
                        files -> files.set(MINIMAL, "/payload/lines/0/note", "\"as a gift\"")),
                new Spoilt(
                        "example_not_minimal",
                        "envelope",
                        MINIMAL,
                        "/traceId",
                        files -> files.set(MINIMAL, "/traceId", "\"4bf92f3577b34da6a3ce929d0e0e4736\"")),
                new Spoilt(
                        "example_not_full",
                        "payload",
                        FULL,
                        "/payload/urgent",
                        files -> files.remove(FULL, "/payload/urgent")),
                new Spoilt(
                        "example_not_full",
                        "in every element",
                        FULL,
                        "/payload/lines/*/note",
                        files -> files.remove(FULL, "/payload/lines/0/note")),
                new Spoilt(
                        "example_not_full",
                        "envelope",
                        FULL,
                        "/causationId",
                        files -> files.remove(FULL, "/causationId")));
    }
}
