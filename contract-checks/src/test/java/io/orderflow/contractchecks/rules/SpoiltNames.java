package io.orderflow.contractchecks.rules;

import static io.orderflow.contractchecks.rules.SpoiltFiles.EVENTS;
import static io.orderflow.contractchecks.rules.SpoiltFiles.SCHEMA;
import static io.orderflow.contractchecks.rules.SpoiltFiles.SHIPPED;

import java.util.stream.Stream;

/** Names that break a rule. */
final class SpoiltNames {

    private SpoiltNames() {}

    static Stream<Spoilt> all() {
        return Stream.of(
                new Spoilt(
                        "name_not_a_fact",
                        "a command",
                        EVENTS + "ShipOrder",
                        "",
                        files -> files.move(SHIPPED, EVENTS + "ShipOrder/")),
                new Spoilt(
                        "name_not_a_fact",
                        "vague",
                        EVENTS + "OrderUpdate",
                        "",
                        files -> files.move(SHIPPED, EVENTS + "OrderUpdate/")),
                new Spoilt(
                        "name_not_a_fact",
                        "lower case",
                        EVENTS + "order_shipped",
                        "",
                        files -> files.move(SHIPPED, EVENTS + "order_shipped/")),
                new Spoilt(
                        "event_as_rpc",
                        "a question",
                        EVENTS + "GetPriceRequest",
                        "",
                        files -> files.move(SHIPPED, EVENTS + "GetPriceRequest/")),
                new Spoilt(
                        "event_as_rpc",
                        "an answer",
                        EVENTS + "GetPriceResponse",
                        "",
                        files -> files.move(SHIPPED, EVENTS + "GetPriceResponse/")),
                new Spoilt(
                        "event_as_rpc",
                        "a return address",
                        SCHEMA,
                        "/payload/replyTo",
                        files -> files.set(SCHEMA, "/properties/payload/properties/replyTo", "{\"type\": \"string\"}")),
                new Spoilt(
                        "event_as_rpc",
                        "a topic for it",
                        "topics.yaml",
                        "/topics/shop.price-requests",
                        files -> files.replace("topics.yaml", "platform.alarms.v1", "shop.price-requests.v1")),
                new Spoilt(
                        "topic_name_vague",
                        "for everything",
                        "topics.yaml",
                        "/topics/platform.events.v1",
                        files -> files.replace("topics.yaml", "platform.alarms.v1", "platform.events.v1")),
                new Spoilt(
                        "topic_name_vague",
                        "one word",
                        "topics.yaml",
                        "/topics/notifications",
                        files -> files.replace("topics.yaml", "platform.alarms.v1", "notifications")),
                new Spoilt(
                        "topic_name_vague",
                        "upper case",
                        "topics.yaml",
                        "/topics/Platform_Alarms.v1",
                        files -> files.replace("topics.yaml", "platform.alarms.v1", "Platform_Alarms.v1")),
                new Spoilt(
                        "event_name_taken",
                        "on another topic",
                        "events/z.events/OrderPlaced",
                        "",
                        files -> files.write("events/z.events/OrderPlaced/ownership.yaml", "eventType: OrderPlaced")),
                new Spoilt(
                        "event_name_taken",
                        "topic twice",
                        "topics.yaml",
                        "/topics/shop.order.events.v1",
                        files -> files.replace("topics.yaml", "platform.alarms.v1", "shop.order.events.v1")));
    }
}
