package io.orderflow.contractchecks.rules;

import java.util.stream.Stream;

/** Ownership records, change logs and data about people that break a rule. */
final class SpoiltOwnership {

    private static final String RECORD = SpoiltFiles.PLACED + "ownership.yaml";
    private static final String SHIPPED = SpoiltFiles.SHIPPED + "ownership.yaml";
    private static final String LOG = SpoiltFiles.PLACED + "CHANGELOG.md";
    private static final String SCHEMA = SpoiltFiles.SCHEMA;
    private static final String FIELDS = "/properties/payload/properties";
    private static final String DEPRECATED =
            "lifecycle: deprecated\ndeprecatedSince: 2026-07-01\nremoveAfter: 2027-01-31\nreplacedBy: OrderShipped";

    private SpoiltOwnership() {}

    static Stream<Spoilt> all() {
        return Stream.of(completeness(), deprecation(), secrets(), people()).flatMap(rows -> rows);
    }

    private static Spoilt record(String code, String how, String pointer, String old, String text) {
        return new Spoilt(code, how, RECORD, pointer, files -> files.replace(RECORD, old, text));
    }

    private static Stream<Spoilt> completeness() {
        return Stream.of(
                record("ownership_incomplete", "nobody in business", "/businessOwner", "businessOwner: Sales\n", ""),
                record("ownership_incomplete", "nobody in engineering", "/technicalOwner", ": Shop Team", ":"),
                record("ownership_incomplete", "unclassified", "/dataClassification", "dataClassification: high\n", ""),
                record(
                        "ownership_incomplete",
                        "odd class",
                        "/dataClassification",
                        "Classification: high",
                        "Classification: odd"),
                record("ownership_incomplete", "odd lifecycle", "/lifecycle", "lifecycle: live", "lifecycle: alive"),
                record("ownership_incomplete", "a maybe", "/replaySafe", "replaySafe: true", "replaySafe: maybe"),
                record("ownership_incomplete", "no consumers", "/consumers", "consumers:\n  - billing\n", ""),
                record("consumer_unknown", "without a group", "/consumers", "  - billing", "  - billing\n  - ghost"),
                record("consumer_unknown", "nobody", "/consumers", "consumers:\n  - billing\n", "consumers: []\n"),
                new Spoilt(
                        "consumer_unknown",
                        "a group for nothing",
                        "topics.yaml",
                        "/topics/shop.order",
                        files -> files.replace(
                                "topics.yaml", "[billing.shop", "[ghost.shop-orders.consumer, billing.shop")),
                new Spoilt(
                        "consumer_unknown",
                        "an odd group",
                        "topics.yaml",
                        "/topics/shop.order",
                        files -> files.replace("topics.yaml", "[billing.shop-orders.consumer]", "[billing]")),
                record("retention_disagrees", "too long", "/retention", "365 days", "730 days"),
                record("retention_disagrees", "vague", "/retention", "365 days plus archive", "long"),
                new Spoilt(
                        "replay_undeclared",
                        "unexplained",
                        SHIPPED,
                        "/sideEffectWarning",
                        files -> files.replace(SHIPPED, "billing sends an invoice; it must dedupe by eventId", "none")),
                new Spoilt("changelog_incomplete", "version", LOG, "", files -> files.replace(LOG, "## v1", "## v2")),
                new Spoilt(
                        "changelog_incomplete",
                        "says nothing",
                        LOG,
                        "",
                        files -> files.replace(LOG, "- First version.", "")),
                new Spoilt(
                        "changelog_incomplete",
                        "title",
                        LOG,
                        "",
                        files -> files.replace(LOG, "# OrderPlaced", "# OrderPaid")));
    }

    private static Stream<Spoilt> deprecation() {
        return Stream.of(
                record(
                        "deprecation_incomplete",
                        "live with an end",
                        "/removeAfter",
                        "lifecycle: live",
                        "lifecycle: live\nremoveAfter: 2027-01-31"),
                deprecated("without dates", "/", "deprecatedSince: 2026-07-01\nremoveAfter: 2027-01-31\n", ""),
                deprecated("at once", "/removeAfter", "removeAfter: 2027-01-31", "removeAfter: 2026-07-01"),
                deprecated("without replacement", "/replacedBy", "\nreplacedBy: OrderShipped", ""),
                deprecated("replaced by nothing", "/replacedBy", "replacedBy: OrderShipped", "replacedBy: OrderGone"),
                new Spoilt(
                        "deprecation_incomplete",
                        "untold",
                        LOG,
                        "",
                        files -> files.replace(RECORD, "lifecycle: live", DEPRECATED)));
    }

    private static Spoilt deprecated(String how, String pointer, String old, String text) {
        return new Spoilt("deprecation_incomplete", how, RECORD, pointer, files -> files.replace(
                        RECORD, "lifecycle: live", DEPRECATED.replace(old, text))
                .replace(LOG, "First version.", "Deprecated."));
    }

    private static Stream<Spoilt> secrets() {
        return Stream.of(
                field("secret_in_event", "password", FIELDS, FIELDS + "/password"),
                field("secret_in_event", "inside", FIELDS, FIELDS + "/lines/items/properties/apiKey"),
                field("secret_in_event", "snake case", FIELDS, FIELDS + "/card_number"),
                field("secret_in_event", "without border", FIELDS, FIELDS + "/cardnumber"),
                field("secret_in_event", "plural", FIELDS, FIELDS + "/accessTokens"),
                new Spoilt(
                        "secret_in_event",
                        "unused definition",
                        SCHEMA,
                        "/$defs",
                        files -> files.set(
                                SCHEMA,
                                "/$defs",
                                "{\"login\": {\"properties\": {\"clientSecret\": {\"type\": \"string\"}}}}")),
                new Spoilt(
                        "secret_in_event",
                        "metadata of an example",
                        SpoiltFiles.PLACED + "examples/full.json",
                        "/metadata/sessionId",
                        files -> files.set(
                                SpoiltFiles.PLACED + "examples/full.json", "/metadata/sessionId", "\"s-1\"")));
    }

    private static Stream<Spoilt> people() {
        return Stream.of(
                field("pii_undeclared", "e-mail", "/payload/email", FIELDS + "/email"),
                field(
                        "pii_undeclared",
                        "inside",
                        "/payload/lines/*/recipientFirstName",
                        FIELDS + "/lines/items/properties/recipientFirstName"),
                field("pii_undeclared", "date of birth", "/payload/dateOfBirth", FIELDS + "/dateOfBirth"),
                field("pii_undeclared", "address", "/payload/addressLine1", FIELDS + "/addressLine1"),
                field("pii_undeclared", "who did it", "/payload/checkedBy", FIELDS + "/checkedBy"),
                new Spoilt("pii_undeclared", "behind a reference", SCHEMA, "/payload/buyer/surname", files -> files.set(
                                SCHEMA,
                                "/$defs",
                                "{\"person\": {\"type\": \"object\", \"properties\": {\"surname\": {\"type\": \"string\"}}}}")
                        .set(SCHEMA, FIELDS + "/buyer", "{\"$ref\": \"#/$defs/person\"}")),
                record(
                        "pii_undeclared",
                        "no such field",
                        "/piiFields",
                        "  - payload.placedBy",
                        "  - payload.placedBy\n  - payload.shoeSize"),
                record("pii_undeclared", "denied", "/containsPII", "containsPII: true", "containsPII: false"),
                record("classification_disagrees", "prices", "/dataClassification", ": high", ": medium"),
                new Spoilt(
                        "classification_disagrees",
                        "above the topic",
                        "events/platform.alarms/DiskFilled/ownership.yaml",
                        "/dataClassification",
                        files -> files.replace("events/platform.alarms/DiskFilled/ownership.yaml", ": low", ": high")));
    }

    private static Spoilt field(String code, String how, String pointer, String at) {
        return new Spoilt(code, how, SCHEMA, pointer, files -> files.set(SCHEMA, at, "{\"type\": \"string\"}"));
    }
}
