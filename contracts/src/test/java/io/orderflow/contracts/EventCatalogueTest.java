package io.orderflow.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.contracts.Catalogue.EventFolder;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCatalogueTest {

    private static final Set<String> FILES =
            Set.of("v1.schema.json", "examples/minimal.json", "examples/full.json", "ownership.yaml", "CHANGELOG.md");

    private static final List<String> OWNERSHIP = List.of(
            "eventType",
            "topic",
            "ownerService",
            "businessOwner",
            "technicalOwner",
            "key",
            "retention",
            "payloadSchema",
            "compatibility",
            "dataClassification",
            "containsPII",
            "consumers",
            "replaySafe",
            "sideEffectWarning");

    static List<EventFolder> events() {
        return Catalogue.events();
    }

    @Test
    void theSpineOfAnOrderIsCatalogued() {
        assertThat(events())
                .extracting(EventFolder::name)
                .contains("QuoteAccepted", "OrderCaptured", "FulfillmentCompleted", "OrderCompleted", "OrderCancelled")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("events")
    void aFolderIsComplete(EventFolder event) {
        assertThat(FILES)
                .allSatisfy(file ->
                        assertThat(event.path().resolve(file)).isRegularFile().isNotEmptyFile());
        assertThat(event.path().resolve("CHANGELOG.md")).content().contains("# " + event.name(), "## v1");
    }

    @ParameterizedTest
    @MethodSource("events")
    void theNameIsAFactInThePast(EventFolder event) {
        assertThat(PastTense.isFact(event.name())).as(event.name()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SubmitQuote", "ProcessOrder", "DoFulfillment", "UpdateOrder", "SyncData", "OrderNeed"})
    void aCommandIsNotAFact(String name) {
        assertThat(PastTense.isFact(name)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("events")
    void folderIdentityAndConstantsAgree(EventFolder event) {
        JsonNode schema = event.schema();
        JsonNode ownership = event.ownership();
        String id = "schema://" + event.topicFolder() + "/" + event.name() + "/1";
        assertThat(schema.path("$id").asText()).isEqualTo(id);
        assertThat(constant(schema, "schemaRef")).isEqualTo(id);
        assertThat(constant(schema, "eventType")).isEqualTo(event.name());
        assertThat(constant(schema, "eventVersion")).isEqualTo("1");
        JsonNode topic = topicNamed(ownership.path("topic").asText());
        if (!topic.path("visibility").asText().equals("operational")) {
            assertThat(constant(schema, "producer"))
                    .isEqualTo(ownership.path("ownerService").asText());
        }
        assertThat(constant(schema, "aggregateType")).matches("[A-Z][A-Za-z]+");
        assertThat(ownership.path("eventType").asText()).isEqualTo(event.name());
        assertThat(ownership.path("payloadSchema").asText()).isEqualTo(id);
    }

    @ParameterizedTest
    @MethodSource("events")
    void ownershipIsDeclaredAndAgreesWithTheTopic(EventFolder event) {
        JsonNode ownership = event.ownership();
        assertThat(OWNERSHIP).allMatch(ownership::hasNonNull);
        JsonNode topic = topicNamed(ownership.path("topic").asText());
        assertThat(topic.path("name").asText()).matches("\\Q" + event.topicFolder() + "\\E\\.v\\d+");
        assertThat(ownership.path("ownerService")).isEqualTo(topic.path("owner"));
        assertThat(ownership.path("key")).isEqualTo(topic.path("key"));
        long days = Long.parseLong(ownership.path("retention").asText().split(" ", 2)[0]);
        assertThat(topic.at("/production/retentionMs").asLong()).isEqualTo(days * 86_400_000);
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventIsNotMoreSensitiveThanItsTopic(EventFolder event) {
        JsonNode topic = topicNamed(event.ownership().path("topic").asText());
        assertThat(Sensitivity.of(event.ownership())).isLessThanOrEqualTo(Sensitivity.of(topic));
    }

    @ParameterizedTest
    @MethodSource("events")
    void personalDataIsNamed(EventFolder event) {
        JsonNode fields = event.ownership().path("piiFields");
        assertThat(event.ownership().path("containsPII").asBoolean()).isEqualTo(!fields.isEmpty());
        assertThat(fields).allSatisfy(field -> {
            String pointer = "/" + field.asText().replace('.', '/');
            assertThat(event.example("full").at(pointer).isMissingNode())
                    .as(pointer)
                    .isFalse();
        });
    }

    private static JsonNode topicNamed(String name) {
        return Catalogue.topics().stream()
                .filter(topic -> topic.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not in topics.yaml: " + name));
    }

    private static String constant(JsonNode schema, String field) {
        return schema.at("/properties/" + field + "/const").asText();
    }
}
