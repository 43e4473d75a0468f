package io.orderflow.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import io.orderflow.contracts.Catalogue.EventFolder;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<EventFolder> events() {
        return Catalogue.events();
    }

    @Test
    void theEnvelopeHasSixteenFields() {
        assertThat(names(Catalogue.envelope().path("properties"))).hasSize(16);
    }

    @ParameterizedTest
    @MethodSource("events")
    void examplesAreValidAndKeyedByTheirAggregate(EventFolder event) {
        String key = event.ownership().path("key").asText();
        assertThat(List.of(event.example("minimal"), event.example("full"))).allSatisfy(example -> {
            assertThat(violations(event, example)).isEmpty();
            assertThat(example.path("payload").path(key)).isEqualTo(example.path("aggregateId"));
        });
    }

    @ParameterizedTest
    @MethodSource("events")
    void theFullExampleShowsEveryField(EventFolder event) {
        JsonNode example = event.example("full");
        assertThat(names(example)).containsAll(names(Catalogue.envelope().path("properties")));
        assertThat(names(example.path("payload")))
                .containsAll(names(event.schema().at("/properties/payload/properties")));
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyRequiredFieldIsMissed(EventFolder event) {
        JsonNode payload = event.schema().at("/properties/payload");
        assertThat(payload.path("required")).isNotEmpty();
        Stream<String> pointers = Stream.concat(
                required(Catalogue.envelope()).map(field -> "/" + field), requiredBelow(payload, "/payload"));
        assertThat(pointers)
                .allSatisfy(pointer -> assertThat(violations(event, without(event.example("full"), pointer)))
                        .isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("events")
    void aFieldThatNobodyKnowsYetIsTolerated(EventFolder event) {
        ObjectNode example = event.example("full").deepCopy();
        example.put("addedLater", 1);
        ((ObjectNode) example.path("payload")).put("addedLater", 1);
        assertThat(violations(event, example)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void valuesOfTheWrongShapeAreRefused(EventFolder event) {
        Map<String, Object> wrong = Map.ofEntries(
                Map.entry("eventId", "not-a-uuid"),
                Map.entry("eventType", "SomethingElseHappened"),
                Map.entry("eventVersion", 2),
                Map.entry("occurredAt", "2026-07-02T08:15:30"),
                Map.entry("publishedAt", "2026-07-02T08:15:30+02:00"),
                Map.entry("producer", "Somebody Else"),
                Map.entry("tenantId", "Tenant Demo"),
                Map.entry("aggregateId", "ord\u0000"),
                Map.entry("aggregateVersion", 0),
                Map.entry("correlationId", "corr\n"),
                Map.entry("traceId", "4bf92f"),
                Map.entry("schemaRef", "schema://other.events/Other/1"),
                Map.entry("metadata", Map.of("actorId", 42)));
        assertThat(wrong).allSatisfy((field, value) -> {
            ObjectNode broken = event.example("full").deepCopy();
            broken.set(field, JSON.valueToTree(value));
            assertThat(violations(event, broken)).isNotEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "12.5", "12.5000001", "1,000.00", "12.50\n", "£12.50", "1e3", ""})
    void moneyIsADecimalString(String amount) {
        EventFolder completed = events().stream()
                .filter(event -> event.name().equals("OrderCompleted"))
                .findFirst()
                .orElseThrow();
        ObjectNode example = completed.example("full").deepCopy();
        ((ObjectNode) example.at("/payload/totals")).put("oneTimeTotal", amount);
        assertThat(violations(completed, example)).isNotEmpty();
    }

    private static List<Error> violations(EventFolder event, JsonNode recordValue) {
        return Catalogue.violations(event.schema().path("$id").asText(), recordValue);
    }

    private static JsonNode without(JsonNode example, String pointer) {
        JsonNode copy = example.deepCopy();
        int cut = pointer.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) copy.at(pointer.substring(0, cut));
        assertThat(parent.remove(pointer.substring(cut + 1))).as(pointer).isNotNull();
        return copy;
    }

    /** Pointers of all required fields below a schema; elements of arrays by the first one. */
    private static Stream<String> requiredBelow(JsonNode unresolved, String pointer) {
        JsonNode schema = Catalogue.resolved(unresolved);
        Stream<String> here = required(schema).map(field -> pointer + "/" + field);
        Stream<String> fields = schema.path("properties").properties().stream()
                .flatMap(field -> requiredBelow(field.getValue(), pointer + "/" + field.getKey()));
        Stream<String> elements =
                schema.has("items") ? requiredBelow(schema.path("items"), pointer + "/0") : Stream.empty();
        return Stream.of(here, fields, elements).flatMap(stream -> stream);
    }

    private static Stream<String> required(JsonNode schema) {
        return StreamSupport.stream(schema.path("required").spliterator(), false)
                .map(JsonNode::asText);
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }
}
