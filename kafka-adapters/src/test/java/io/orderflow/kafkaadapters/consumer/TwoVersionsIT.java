package io.orderflow.kafkaadapters.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.kafkaadapters.ContractsCopy;
import io.orderflow.kafkaadapters.TestEvents;
import io.orderflow.kafkaadapters.TestEvents.LineReleased;
import io.orderflow.kafkaadapters.catalog.EventCatalog;
import io.orderflow.kafkaadapters.catalog.SchemaViolation;
import io.orderflow.testing.support.kafka.TestKafka;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A producer and a consumer that were built with different releases of the contracts, each with a database of its own. The
 * newer release adds an optional field to {@code OrderLineReleased}; the one after it adds a version 2.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoVersionsIT {

    private static final String FOLDER = "oms.orchestration.events/OrderLineReleased/";
    private static final Map<String, Object> PARKING = Map.of("orderflow.kafka.consumer.unknown-version", "park");

    private final EventCatalog old = EventCatalog.load();
    private EventCatalog added;
    private EventCatalog second;

    /** How the newer release reads and writes the payload. */
    record LineReleasedNext(
            String orderId,
            String orderLineId,
            String processInstanceId,
            Instant releasedAt,
            @Nullable String priority) {}

    @BeforeAll
    void release(@TempDir Path one, @TempDir Path two) throws IOException {
        ContractsCopy next = ContractsCopy.in(one);
        next.schema(FOLDER + "v1.schema.json", FOLDER + "v1.schema.json", TwoVersionsIT::addPriority);
        added = next.load();
        ContractsCopy afterNext = ContractsCopy.in(two);
        afterNext.schema(FOLDER + "v1.schema.json", FOLDER + "v2.schema.json", schema -> {
            addPriority(schema);
            String id = "schema://oms.orchestration.events/OrderLineReleased/2";
            schema.put("$id", id);
            ((ObjectNode) schema.at("/properties/schemaRef")).put("const", id);
            ((ObjectNode) schema.at("/properties/eventVersion")).put("const", 2);
            schema.withArray("/properties/payload/required").add("priority");
        });
        second = afterNext.load();
    }

    private static void addPriority(ObjectNode schema) {
        schema.withObject("/properties/payload/properties/priority")
                .withArray("enum")
                .add("NORMAL")
                .add("EXPRESS");
    }

    @Test
    void anOldConsumerAppliesWhatANewProducerSaysAndPassesOverTheNewField() {
        String orderId = TestEvents.newOrderId();
        try (ReleasedService producer = ReleasedService.producer(added);
                ReleasedService consumer = ReleasedService.consumer(old, LineReleased.class, Map.of())) {
            producer.publish(orderId, 1, next(orderId, "EXPRESS"));
            assertThat(consumer.awaitApplied(orderId, 1)).containsExactly(line(orderId));
        }
        assertThat(travelled(orderId)).isEqualTo("EXPRESS");
    }

    @Test
    void aNewConsumerAppliesWhatAnOldProducerSaysAndMissesTheNewField() {
        String orderId = TestEvents.newOrderId();
        try (ReleasedService producer = ReleasedService.producer(old);
                ReleasedService consumer = ReleasedService.consumer(added, LineReleasedNext.class, Map.of())) {
            producer.publish(orderId, 1, line(orderId));
            assertThat(consumer.awaitApplied(orderId, 1)).containsExactly(next(orderId, null));
        }
    }

    @Test
    void twoOfTheNewReleaseUseTheNewField() {
        String orderId = TestEvents.newOrderId();
        try (ReleasedService producer = ReleasedService.producer(added);
                ReleasedService consumer = ReleasedService.consumer(added, LineReleasedNext.class, Map.of())) {
            producer.publish(orderId, 1, next(orderId, "EXPRESS"));
            assertThat(consumer.awaitApplied(orderId, 1)).containsExactly(next(orderId, "EXPRESS"));
        }
    }

    /** So the two catalogues of this test really are two: the new one holds the field to its schema on either side. */
    @Test
    void onlyTheNewReleaseKnowsWhatTheNewFieldMayBe() {
        String orderId = TestEvents.newOrderId();
        try (ReleasedService newProducer = ReleasedService.producer(added);
                ReleasedService oldProducer = ReleasedService.producer(old);
                ReleasedService oldConsumer = ReleasedService.consumer(old, LineReleased.class, Map.of());
                ReleasedService newConsumer = ReleasedService.consumer(added, LineReleasedNext.class, Map.of())) {
            assertThatThrownBy(() -> newProducer.publish(orderId, 1, next(orderId, "AT ONCE")))
                    .isInstanceOf(SchemaViolation.class)
                    .hasMessageContaining("priority");
            oldProducer.publish(orderId, 1, next(orderId, "AT ONCE"));
            assertThat(oldConsumer.awaitApplied(orderId, 1)).containsExactly(line(orderId));
            newConsumer.awaitOutcome("DEAD_LETTER", "schema_invalid");
        }
    }

    @Test
    void aVersionThatTheConsumerDoesNotKnowIsADeadLetter() {
        String orderId = TestEvents.newOrderId();
        try (ReleasedService producer = ReleasedService.producer(second);
                ReleasedService consumer = ReleasedService.consumer(old, LineReleased.class, Map.of())) {
            producer.publish(orderId, 1, next(orderId, "EXPRESS"));
            consumer.awaitOutcome("DEAD_LETTER", "unsupported_version");
            assertThat(consumer.applied(orderId)).isEmpty();
        }
    }

    @Test
    void orWaitsForTheUpgradeIfThatIsThePolicyAndTheOrderStays() {
        String orderId = TestEvents.newOrderId();
        try (ReleasedService producer = ReleasedService.producer(second);
                ReleasedService oldProducer = ReleasedService.producer(old);
                ReleasedService consumer = ReleasedService.consumer(old, LineReleased.class, PARKING)) {
            oldProducer.publish(orderId, 1, line(orderId));
            assertThat(consumer.awaitApplied(orderId, 1)).containsExactly(line(orderId));
            producer.publish(orderId, 2, next(orderId, "EXPRESS"));
            consumer.awaitOutcome("PARKED", "unsupported_version");
            oldProducer.publish(orderId, 3, line(orderId));
            consumer.awaitParked(2);

            consumer.upgrade(second, LineReleasedNext.class);
            consumer.sweepUntilApplied(orderId, 3);
            assertThat(consumer.applied(orderId))
                    .containsExactly(line(orderId), next(orderId, "EXPRESS"), next(orderId, null));
            assertThat(consumer.aggregateVersions(orderId)).containsExactly(1L, 2L, 3L);
        }
    }

    private static LineReleased line(String orderId) {
        return new LineReleased(orderId, orderId + "-1", "process-1", TestEvents.NOON);
    }

    private static LineReleasedNext next(String orderId, @Nullable String priority) {
        return new LineReleasedNext(orderId, orderId + "-1", "process-1", TestEvents.NOON, priority);
    }

    private static String travelled(String orderId) {
        return TestKafka.records(TestEvents.TOPIC).stream()
                .filter(found -> orderId.equals(found.key()))
                .map(found ->
                        InboxScene.parsed(found.value()).at("/payload/priority").asText())
                .findFirst()
                .orElseThrow();
    }
}
