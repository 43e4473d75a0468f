package io.orderflow.contractchecks.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.orderflow.contractchecks.Overlay;
import io.orderflow.contractchecks.catalogue.Catalogue;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AsyncApiDocumentTest {

    private static final Path CONTRACTS = Path.of("..", "contracts");
    private static final Catalogue CATALOGUE = Catalogue.read(CONTRACTS);
    private final ObjectNode document = AsyncApiDocument.of(CATALOGUE);

    @Test
    void keepsToTheSchemaOfAsyncApi() throws Exception {
        assertThat(AsyncApiSchema.installed().violations(document)).isEmpty();
    }

    static Stream<Named<Consumer<ObjectNode>>> damages() {
        return Stream.of(
                Named.of("no version of the language", document -> document.remove("asyncapi")),
                Named.of("another version", document -> document.put("asyncapi", "2.6.0")),
                Named.of("no info", document -> document.remove("info")),
                Named.of("an unknown action", document -> operation(document).put("action", "publish")),
                Named.of("an operation without a channel", document -> operation(document)
                        .remove("channel")),
                Named.of("an invented field", document -> channel(document).put("topic", "x")),
                Named.of("a schema of an unknown type", document -> ((ObjectNode)
                                document.at("/components/schemas/OrderCaptured.v1"))
                        .put("type", "record")),
                Named.of("an example without a payload", document -> ((ObjectNode)
                                document.at("/components/messages/OrderCaptured.v1/examples/0"))
                        .remove("payload")));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void isRefusedWhenItIsDamaged(Consumer<ObjectNode> damage) throws Exception {
        damage.accept(document);

        assertThat(AsyncApiSchema.installed().violations(document)).isNotEmpty();
    }

    @Test
    void pointsOnlyAtWhatIsInIt() {
        List<String> references = document.findValuesAsText("$ref");
        assertThat(references).hasSizeGreaterThan(100).allSatisfy(reference -> {
            assertThat(reference).startsWith("#/");
            assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        });
    }

    @Test
    void hasEveryTopicEventAndConsumer() {
        assertThat(CATALOGUE.topics().all()).allSatisfy(topic -> assertThat(
                        document.path("channels").path(topic.name()).isObject())
                .isTrue());
        assertThat(CATALOGUE.events()).isNotEmpty().allSatisfy(event -> assertThat(
                        document.at("/channels/" + event.ownership().topic() + "/messages/" + event.name() + ".v1")
                                .isObject())
                .isTrue());
        JsonNode receive =
                document.at("/operations/orchestration-service.order-events.consumer.receive.oms.order.events.v1");
        assertThat(receive.at("/bindings/kafka/groupId/const").asText())
                .isEqualTo("orchestration-service.order-events.consumer");
        assertThat(receive.at("/messages").findValuesAsText("$ref"))
                .contains("#/channels/oms.order.events.v1/messages/OrderCaptured.v1");
        assertThat(document.at("/channels/dead-letters/parameters/source/enum"))
                .extracting(JsonNode::asText)
                .contains("oms.order.events");
    }

    /** What is written again in another language must say the same. */
    @Test
    void itsSchemasAcceptTheExamplesAndRefuseBrokenOnes() {
        assertThat(CATALOGUE.events()).allSatisfy(event -> event.versions().forEach(version -> {
            Schema schema = schema(event.name() + ".v" + version.number());
            version.examples().forEach(example -> {
                assertThat(schema.validate(example.value())).as(example.file()).isEmpty();
                ObjectNode broken = example.value().deepCopy();
                ((ObjectNode) broken.path("payload")).remove(event.ownership().key());
                assertThat(schema.validate(broken)).as(example.file()).isNotEmpty();
                broken = example.value().deepCopy();
                broken.put("eventType", "SomethingElse");
                assertThat(schema.validate(broken)).as(example.file()).isNotEmpty();
                broken = example.value().deepCopy();
                broken.put("occurredAt", 1);
                assertThat(schema.validate(broken))
                        .as("a definition of the envelope")
                        .isNotEmpty();
            });
        }));
    }

    @Test
    void marksADeprecatedEvent(@TempDir Path folder) {
        Overlay overlay = Overlay.in(folder)
                .replace(
                        "events/shop.order.events/OrderPlaced/ownership.yaml",
                        "lifecycle: live",
                        "lifecycle: deprecated");

        JsonNode messages = AsyncApiDocument.of(Catalogue.read(overlay.root())).at("/components/messages");
        assertThat(messages.at("/OrderPlaced.v1/deprecated").asBoolean()).isTrue();
        assertThat(messages.at("/OrderShipped.v1").has("deprecated")).isFalse();
    }

    @Test
    void refusesASchemaThatTheOtherLanguageCannotSay(@TempDir Path folder) {
        Overlay overlay = Overlay.in(folder)
                .set(
                        "events/shop.order.events/OrderPlaced/v1.schema.json",
                        "/properties/payload/unevaluatedProperties",
                        "false");

        assertThatThrownBy(() -> AsyncApiDocument.of(Catalogue.read(overlay.root())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("OrderPlaced/v1.schema.json")
                .hasMessageContaining("unevaluatedProperties");
    }

    private Schema schema(String component) {
        ObjectNode root = document.deepCopy();
        root.put("$ref", PortableSchemas.reference(component));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(root);
    }

    private static ObjectNode operation(ObjectNode document) {
        return (ObjectNode) document.path("operations").elements().next();
    }

    private static ObjectNode channel(ObjectNode document) {
        return (ObjectNode) document.path("channels").elements().next();
    }
}
