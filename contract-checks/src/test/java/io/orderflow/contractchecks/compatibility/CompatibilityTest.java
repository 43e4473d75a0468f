package io.orderflow.contractchecks.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.contractchecks.Overlay;
import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.rules.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A release, changes after it, and what the build makes of them. */
class CompatibilityTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String PLACED = "events/shop.order.events/OrderPlaced/";
    private static final String SHIPPED = "events/shop.order.events/OrderShipped/";
    private static final String FIELDS = "/properties/payload/properties";
    private static final String ENVELOPE = "events/envelope.v1.schema.json";
    private static final String PARCEL = "records/parcel.v1.schema.json";

    @TempDir
    Path directory;

    private Overlay contracts;

    /** @param found subject, kind, pointer and status of each change */
    record Step(String name, Consumer<Overlay> change, List<String> found) {

        static Step of(String name, Consumer<Overlay> change, String... found) {
            return new Step(name, change, List.of(found));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Step> steps() {
        return Stream.of(ofEvents(), ofShared(), ofOwnership(), ofTopics()).flatMap(steps -> steps);
    }

    private static Stream<Step> ofEvents() {
        String schema = PLACED + "v1.schema.json";
        String channel = "OrderPlaced ENUM_VALUE_ADDED /payload/channel ";
        Consumer<Overlay> addValue = files -> files.set(schema, FIELDS + "/channel/enum/-", "\"SHOP\"");
        return Stream.of(
                Step.of("nothing", files -> {}),
                Step.of(
                        "an optional field",
                        files -> files.set(schema, FIELDS + "/gift", "{\"type\": \"boolean\"}"),
                        "OrderPlaced OPTIONAL_FIELD_ADDED /payload/gift ACCEPTED"),
                Step.of("a value", addValue, channel + "TO_BE_ACKNOWLEDGED"),
                Step.of(
                        "a value that the log names",
                        addValue.andThen(files -> log(files, PLACED, "/payload/channel may be SHOP")),
                        channel + "ACKNOWLEDGED"),
                Step.of(
                        "a value, and the log names a field below",
                        addValue.andThen(files -> log(files, PLACED, "/payload/channel/x")),
                        channel + "TO_BE_ACKNOWLEDGED"),
                Step.of(
                        "a broken field that the log names",
                        ((Consumer<Overlay>) files -> files.remove(schema, "/properties/payload/required/3"))
                                .andThen(files -> log(files, PLACED, "/payload/channel is gone")),
                        "OrderPlaced FIELD_MADE_OPTIONAL /payload/channel REFUSED"),
                Step.of(
                        "the fact in other words",
                        files -> files.set(schema, "/description", "\"Somebody put things into a basket\""),
                        "OrderPlaced DESCRIPTION_CHANGED /eventType TO_BE_ACKNOWLEDGED"),
                Step.of(
                        "a field that is required and no longer declared",
                        files -> files.remove(schema, FIELDS + "/channel"),
                        "OrderPlaced CONSTRAINT_WIDENED /payload/channel TO_BE_ACKNOWLEDGED",
                        "OrderPlaced MEANING_DROPPED /payload/channel TO_BE_ACKNOWLEDGED"),
                Step.of(
                        "a broken field inside",
                        files -> files.set(
                                schema, FIELDS + "/lines/items/properties/quantity", "{\"type\": \"string\"}"),
                        "OrderPlaced CONSTRAINT_WIDENED /payload/lines/*/quantity TO_BE_ACKNOWLEDGED",
                        "OrderPlaced CONSTRAINT_WIDENED /payload/lines/*/quantity TO_BE_ACKNOWLEDGED",
                        "OrderPlaced TYPE_CHANGED /payload/lines/*/quantity REFUSED"),
                Step.of(
                        "a broken field of a planned event",
                        files -> files.remove(SHIPPED + "v1.schema.json", "/properties/payload/required/1"),
                        "OrderShipped FIELD_MADE_OPTIONAL /payload/shippedAt TO_BE_ACKNOWLEDGED"),
                Step.of("a planned event less", files -> files.delete(SHIPPED)),
                Step.of("a live event less", files -> files.delete(PLACED), "OrderPlaced VERSION_REMOVED  REFUSED"),
                Step.of(
                        "a new event",
                        files -> files.write(
                                "events/shop.order.events/OrderPaid/ownership.yaml", "eventType: OrderPaid"),
                        "OrderPaid EVENT_ADDED  ACCEPTED"),
                Step.of(
                        "a second version",
                        files -> files.write(PLACED + "v2.schema.json", "{}"),
                        "OrderPlaced VERSION_ADDED /eventVersion TO_BE_ACKNOWLEDGED"),
                Step.of(
                        "a second version instead",
                        files -> files.move(schema, PLACED + "v2.schema.json"),
                        "OrderPlaced VERSION_REMOVED /eventVersion REFUSED",
                        "OrderPlaced VERSION_ADDED /eventVersion TO_BE_ACKNOWLEDGED"));
    }

    private static Stream<Step> ofShared() {
        String trace = "envelope CONSTRAINT_WIDENED /traceId ";
        Consumer<Overlay> widen = files -> files.remove(ENVELOPE, "/properties/traceId/pattern");
        return Stream.of(
                Step.of("the envelope, once for all events", widen, trace + "TO_BE_ACKNOWLEDGED"),
                Step.of(
                        "the envelope, acknowledged",
                        widen.andThen(files -> files.write("CHANGELOG.md", "- envelope: /traceId may be anything\n")),
                        trace + "ACKNOWLEDGED"),
                Step.of(
                        "the envelope, acknowledged for something else",
                        widen.andThen(files -> files.write("CHANGELOG.md", "- parcel: /traceId may be anything\n")),
                        trace + "TO_BE_ACKNOWLEDGED"),
                Step.of(
                        "a shared type, at every event that uses it",
                        files -> files.set(ENVELOPE, "/$defs/quantity/maximum", "100"),
                        "OrderPlaced CONSTRAINT_NARROWED /payload/lines/*/quantity REFUSED"),
                Step.of(
                        "a record",
                        files -> files.remove(PARCEL, "/required"),
                        "parcel FIELD_MADE_OPTIONAL /weight REFUSED"),
                Step.of("a record less", files -> files.delete(PARCEL), "parcel RECORD_REMOVED  REFUSED"));
    }

    private static Stream<Step> ofOwnership() {
        String record = PLACED + "ownership.yaml";
        String deprecated = "lifecycle: deprecated";
        return Stream.of(
                Step.of(
                        "another key",
                        files -> files.replace(record, "key: orderId", "key: placedBy"),
                        "OrderPlaced KEY_CHANGED /key REFUSED"),
                Step.of(
                        "another owner",
                        files -> files.replace(record, "ownerService: shop", "ownerService: billing"),
                        "OrderPlaced OWNER_CHANGED /ownerService REFUSED"),
                Step.of(
                        "another topic",
                        files -> files.replace(record, "topic: shop.order.events.v1", "topic: shop.order.events.v2"),
                        "OrderPlaced TOPIC_CHANGED /topic REFUSED"),
                Step.of(
                        "planned again",
                        files -> files.replace(record, "lifecycle: live", "lifecycle: planned"),
                        "OrderPlaced LIVE_EVENT_UNPLANNED /lifecycle REFUSED"),
                Step.of("deprecated", files -> files.replace(record, "lifecycle: live", deprecated)),
                Step.of(
                        "more sensitive",
                        files -> files.replace(
                                SHIPPED + "ownership.yaml", "Classification: medium", "Classification: high"),
                        "OrderShipped CLASSIFICATION_RAISED /dataClassification TO_BE_ACKNOWLEDGED"));
    }

    private static Stream<Step> ofTopics() {
        String topic = "shop.order.events.v1 ";
        return Stream.of(
                Step.of(
                        "fewer partitions",
                        files -> files.replace(
                                "topics.yaml",
                                "{partitions: 12, replicationFactor: 3, minInSyncReplicas: 2, retentionMs: 31536000000",
                                "{partitions: 6, replicationFactor: 3, minInSyncReplicas: 2, retentionMs: 31536000000"),
                        topic + "PARTITIONS_REDUCED /production/partitions REFUSED"),
                Step.of(
                        "more partitions, acknowledged",
                        files -> files.replace(
                                        "topics.yaml",
                                        "{partitions: 12, replicationFactor: 3, minInSyncReplicas: 2, retentionMs: 31536000000",
                                        "{partitions: 24, replicationFactor: 3, minInSyncReplicas: 2, retentionMs: 31536000000")
                                .write("CHANGELOG.md", "- shop.order.events.v1: twice the /production/partitions\n"),
                        topic + "PARTITIONS_ADDED /production/partitions ACKNOWLEDGED"),
                Step.of(
                        "kept for a shorter time",
                        files -> files.replace("topics.yaml", "retentionMs: 31536000000", "retentionMs: 86400000"),
                        topic + "RETENTION_SHORTENED /production/retentionMs TO_BE_ACKNOWLEDGED"),
                Step.of(
                        "gone",
                        files -> files.replace("topics.yaml", "platform.alarms.v1", "platform.alerts.v1"),
                        "platform.alarms.v1 TOPIC_REMOVED  REFUSED"));
    }

    @BeforeEach
    void release() {
        contracts = Overlay.in(directory);
        ReleaseWriter.write(directory, "1.0.0", TODAY);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void isFoundAndJudged(Step step) {
        step.change().accept(contracts);

        assertThat(Compatibility.changes(Release.read(directory).orElseThrow().catalogue(), read(), TODAY))
                .extracting(change -> "%s %s %s %s"
                        .formatted(
                                change.subject(),
                                change.change().kind(),
                                change.change().pointer(),
                                change.status()))
                .containsExactlyInAnyOrderElementsOf(step.found());
    }

    @Test
    void aDeprecatedEventMayGoWhenItsTimeHasCome() {
        contracts.replace(
                PLACED + "ownership.yaml", "lifecycle: live", "lifecycle: deprecated\nremoveAfter: 2027-01-31");
        ReleaseWriter.write(directory, "1.1.0", TODAY);
        contracts.delete(PLACED);

        assertThat(findings(LocalDate.of(2027, 1, 31))).hasSize(1);
        assertThat(findings(LocalDate.of(2027, 2, 1))).isEmpty();
    }

    @Test
    void aLineAcknowledgesUpToTheNextRelease() {
        contracts.set(PLACED + "v1.schema.json", FIELDS + "/channel/enum/-", "\"SHOP\"");
        assertThat(findings(TODAY)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("incompatible_change");
            assertThat(finding.fix()).contains("CHANGELOG.md", "/payload/channel");
        });
        log(contracts, PLACED, "/payload/channel grows");
        assertThat(findings(TODAY)).isEmpty();
        ReleaseWriter.write(directory, "1.1.0", TODAY);
        contracts.set(PLACED + "v1.schema.json", FIELDS + "/channel/enum/-", "\"FAX\"");
        assertThat(findings(TODAY)).hasSize(1);
    }

    @Test
    void aReleaseHoldsNoExamplesAndNoEarlierRelease() throws Exception {
        ReleaseWriter.write(directory, "1.0.1", TODAY);
        try (Stream<Path> files = Files.walk(directory.resolve("released"))) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.contains("examples"));
        }
        assertThat(directory.resolve("released/released")).doesNotExist();
        assertThat(Release.read(directory)).get().extracting(Release::version).isEqualTo("1.0.1");
    }

    @Test
    void versionsOnlyGrow() {
        assertThatThrownBy(() -> ReleaseWriter.write(directory, "1.0.0", TODAY)).hasMessageContaining("not above");
        assertThatThrownBy(() -> ReleaseWriter.write(directory, "one", TODAY)).hasMessageContaining("three numbers");
        ReleaseWriter.write(directory, "1.0.10", TODAY);
        assertThatThrownBy(() -> ReleaseWriter.write(directory, "1.0.9", TODAY)).hasMessageContaining("not above");
    }

    private List<Finding> findings(LocalDate today) {
        return new IsCompatible(Release.read(directory).orElseThrow(), today)
                .check(read())
                .toList();
    }

    private Catalogue read() {
        return Catalogue.read(directory);
    }

    private static void log(Overlay files, String event, String line) {
        files.replace(event + "CHANGELOG.md", "- First version.", "- First version.\n- " + line);
    }
}
