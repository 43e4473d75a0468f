package io.orderflow.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.contractchecks.catalogue.Event;
import io.orderflow.contractchecks.catalogue.EventVersion;
import io.orderflow.contractchecks.catalogue.Example;
import io.orderflow.contractchecks.catalogue.ResolvedSchema;
import io.orderflow.contractchecks.catalogue.Schemas.Violation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Event> events() {
        return Contracts.CATALOGUE.events();
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyRequiredFieldIsMissed(Event event) {
        ResolvedSchema schema = ResolvedSchema.of(newest(event).schema().content(), Contracts.CATALOGUE.schemas());
        assertThat(schema.property("payload").orElseThrow().required()).isNotEmpty();
        assertThat(requiredBelow(schema, ""))
                .allSatisfy(pointer -> assertThat(violations(event, without(full(event), pointer)))
                        .isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("events")
    void aFieldThatNobodyKnowsYetIsTolerated(Event event) {
        ObjectNode example = full(event).deepCopy();
        example.put("addedLater", 1);
        ((ObjectNode) example.path("payload")).put("addedLater", 1);
        assertThat(violations(event, example)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void valuesOfTheWrongShapeAreRefused(Event event) {
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
            ObjectNode broken = full(event).deepCopy();
            broken.set(field, JSON.valueToTree(value));
            assertThat(violations(event, broken)).isNotEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("events")
    void nobodyButTheOwnerPublishes(Event event) {
        boolean anybodyMayReport = Contracts.CATALOGUE
                .topics()
                .find(event.ownership().topic())
                .orElseThrow()
                .isOperational();
        ObjectNode forged = full(event).deepCopy();
        forged.put("producer", "somebody-else");
        assertThat(violations(event, forged).isEmpty()).isEqualTo(anybodyMayReport);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "12.5", "12.5000001", "1,000.00", "12.50\n", "£12.50", "1e3", ""})
    void moneyIsADecimalString(String amount) {
        Event completed = events().stream()
                .filter(event -> event.name().equals("OrderCompleted"))
                .findFirst()
                .orElseThrow();
        ObjectNode example = full(completed).deepCopy();
        ((ObjectNode) example.at("/payload/totals")).put("oneTimeTotal", amount);
        assertThat(violations(completed, example)).isNotEmpty();
    }

    private static EventVersion newest(Event event) {
        return event.newest().orElseThrow();
    }

    private static JsonNode full(Event event) {
        return newest(event).full().map(Example::value).orElseThrow();
    }

    private static List<Violation> violations(Event event, JsonNode recordValue) {
        return Contracts.CATALOGUE.schemas().violations(newest(event).schema().id(), recordValue);
    }

    private static JsonNode without(JsonNode example, String pointer) {
        JsonNode copy = example.deepCopy();
        int cut = pointer.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) copy.at(pointer.substring(0, cut));
        assertThat(parent.remove(pointer.substring(cut + 1))).as(pointer).isNotNull();
        return copy;
    }

    /** Pointers of all required fields below a schema; elements of arrays by the first one. */
    private static Stream<String> requiredBelow(ResolvedSchema schema, String pointer) {
        Stream<String> here = schema.required().stream().map(field -> pointer + "/" + field);
        Stream<String> fields = schema.properties().entrySet().stream()
                .flatMap(field -> requiredBelow(field.getValue(), pointer + "/" + field.getKey()));
        Stream<String> elements = schema.items()
                .map(items -> requiredBelow(items, pointer + "/0"))
                .orElseGet(Stream::empty);
        return Stream.of(here, fields, elements).flatMap(stream -> stream);
    }
}
