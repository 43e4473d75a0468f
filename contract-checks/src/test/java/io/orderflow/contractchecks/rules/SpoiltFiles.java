package io.orderflow.contractchecks.rules;

import java.util.stream.Stream;

/** Files and identities that break a rule. */
final class SpoiltFiles {

    static final String EVENTS = "events/shop.order.events/";
    static final String PLACED = EVENTS + "OrderPlaced/";
    static final String SHIPPED = EVENTS + "OrderShipped/";
    static final String SCHEMA = PLACED + "v1.schema.json";
    private static final String ENVELOPE = "events/envelope.v1.schema.json";

    private SpoiltFiles() {}

    static Stream<Spoilt> all() {
        return Stream.of(files(), identities(), envelope()).flatMap(rows -> rows);
    }

    private static Stream<Spoilt> files() {
        return Stream.of(
                new Spoilt("unreadable_file", "no JSON", SCHEMA, "", files -> files.write(SCHEMA, "{\"$id\": ")),
                new Spoilt("unreadable_file", "empty", SCHEMA, "", files -> files.write(SCHEMA, "")),
                new Spoilt(
                        "unreadable_file",
                        "a key twice",
                        PLACED + "ownership.yaml",
                        "",
                        files -> files.replace(
                                PLACED + "ownership.yaml", "key: orderId", "key: orderId\nkey: orderLineId")),
                new Spoilt("missing_file", "no schema", SCHEMA, "", files -> files.delete(SCHEMA)),
                new Spoilt(
                        "missing_file",
                        "no record",
                        PLACED + "ownership.yaml",
                        "",
                        files -> files.delete(PLACED + "ownership.yaml")),
                new Spoilt(
                        "missing_file",
                        "no log",
                        PLACED + "CHANGELOG.md",
                        "",
                        files -> files.delete(PLACED + "CHANGELOG.md")),
                new Spoilt(
                        "missing_file",
                        "no example",
                        PLACED + "examples/full.json",
                        "",
                        files -> files.delete(PLACED + "examples/full.json")),
                new Spoilt(
                        "missing_file",
                        "second version without its example",
                        PLACED + "examples/full.v2.json",
                        "",
                        files -> files.write(PLACED + "v2.schema.json", "{}")
                                .write(PLACED + "examples/minimal.v2.json", "{}")),
                new Spoilt(
                        "unversioned",
                        "schema",
                        PLACED + "schema.json",
                        "",
                        files -> files.write(PLACED + "schema.json", "{}")),
                new Spoilt(
                        "unversioned",
                        "topic",
                        "topics.yaml",
                        "/topics/platform.alarms",
                        files -> files.replace("topics.yaml", "platform.alarms.v1", "platform.alarms")));
    }

    private static Stream<Spoilt> identities() {
        return Stream.of(
                new Spoilt(
                        "identity_disagrees",
                        "$id",
                        SCHEMA,
                        "/$id",
                        files -> files.set(SCHEMA, "/$id", "\"schema://shop.order.events/OrderPaid/1\"")),
                new Spoilt(
                        "identity_disagrees",
                        "reference",
                        SCHEMA,
                        "/schemaRef",
                        files -> files.set(
                                SCHEMA, "/properties/schemaRef/const", "\"schema://shop.order.events/OrderPlaced/2\"")),
                new Spoilt(
                        "identity_disagrees",
                        "type left open",
                        SCHEMA,
                        "/eventType",
                        files -> files.remove(SCHEMA, "/properties/eventType")),
                new Spoilt(
                        "identity_disagrees",
                        "version",
                        SCHEMA,
                        "/eventVersion",
                        files -> files.set(SCHEMA, "/properties/eventVersion/const", "2")),
                new Spoilt(
                        "identity_disagrees",
                        "record",
                        PLACED + "ownership.yaml",
                        "/eventType",
                        files -> files.replace(
                                PLACED + "ownership.yaml", "eventType: OrderPlaced", "eventType: OrderPaid")),
                new Spoilt(
                        "identity_disagrees",
                        "record of an older version",
                        PLACED + "ownership.yaml",
                        "/payloadSchema",
                        files -> files.replace(
                                PLACED + "ownership.yaml", "events/OrderPlaced/1", "events/OrderPlaced/9")),
                new Spoilt(
                        "owner_is_not_producer",
                        "anybody",
                        SCHEMA,
                        "/producer",
                        files -> files.remove(SCHEMA, "/properties/producer")),
                new Spoilt(
                        "owner_is_not_producer",
                        "somebody else's topic",
                        "events/platform.alarms/DiskFilled/ownership.yaml",
                        "/ownerService",
                        files -> files.replace(
                                "events/platform.alarms/DiskFilled/ownership.yaml",
                                "ownerService: operations",
                                "ownerService: shop")),
                new Spoilt(
                        "topic_disagrees",
                        "unknown",
                        PLACED + "ownership.yaml",
                        "/topic",
                        files -> files.replace(
                                PLACED + "ownership.yaml",
                                "topic: shop.order.events.v1",
                                "topic: shop.basket.events.v1")),
                new Spoilt(
                        "topic_disagrees",
                        "folder",
                        PLACED + "ownership.yaml",
                        "/topic",
                        files -> files.replace(
                                PLACED + "ownership.yaml", "topic: shop.order.events.v1", "topic: platform.alarms.v1")),
                new Spoilt(
                        "topic_shared",
                        "two aggregates",
                        "events/shop.order.events",
                        "",
                        files -> files.set(SCHEMA, "/properties/aggregateType/const", "\"Basket\"")),
                new Spoilt(
                        "topic_shared",
                        "two owners",
                        "events/shop.order.events",
                        "",
                        files -> files.replace(
                                PLACED + "ownership.yaml", "ownerService: shop", "ownerService: billing")));
    }

    private static Stream<Spoilt> envelope() {
        return Stream.of(
                new Spoilt(
                        "envelope_incomplete",
                        "a field less",
                        ENVELOPE,
                        "/traceId",
                        files -> files.remove(ENVELOPE, "/properties/traceId")),
                new Spoilt(
                        "envelope_incomplete",
                        "tenant optional",
                        ENVELOPE,
                        "/tenantId",
                        files -> files.remove(ENVELOPE, "/required/5")),
                new Spoilt(
                        "envelope_incomplete",
                        "not wrapped",
                        SCHEMA,
                        "/allOf",
                        files -> files.remove(SCHEMA, "/allOf")));
    }
}
