package io.orderflow.testing.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.testing.e2e.data.Invoice;
import io.orderflow.testing.e2e.data.Invoices;
import io.orderflow.testing.e2e.data.OrderBodies;
import io.orderflow.testing.e2e.kafka.DeadLetterDump;
import io.orderflow.testing.e2e.kafka.PublishedEvent;
import io.orderflow.testing.e2e.kafka.QuoteRecord;
import io.orderflow.testing.e2e.kafka.TopicDump;
import io.orderflow.testing.e2e.kafka.Topics;
import io.orderflow.testing.e2e.stack.Quiet;
import io.orderflow.testing.e2e.stack.Stack;
import io.orderflow.testing.support.kafka.TestKafka;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A record that cannot be applied becomes a visible dead letter with its reason, and what follows it is applied. */
class BadRecordIT {

    private static final String QUOTE_GROUP = "order-service.quote-events.consumer";
    private static final List<String> ORDER_GROUPS =
            List.of("orchestration-service.order-events.consumer", "fulfillment-adapter.order-events.consumer");

    private final Stack stack = Stack.running();

    static Stream<Arguments> spoiledQuotes() {
        return Stream.of(
                spoiled("customerId", "CONTRACT_VIOLATION", event -> payload(event)
                        .remove("customerId")),
                spoiled("quantity", "CONTRACT_VIOLATION", event -> ((ObjectNode)
                                payload(event).path("lines").get(0))
                        .put("quantity", 0)),
                spoiled("currency", "CONTRACT_VIOLATION", event -> payload(event)
                        .put("currency", "pounds")),
                spoiled("key", "CONTRACT_VIOLATION", event -> event.put("aggregateId", "q_somebody_else")),
                spoiled("version", "UNKNOWN_EVENT_VERSION", event -> event.put("eventVersion", 99)),
                spoiled("tenant", "TENANT_VIOLATION", event -> event.put("tenantId", "tenant_foreign")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoiledQuotes")
    void aSpoiledQuoteBecomesADeadLetterAndTheNextOneAnOrder(
            String reason, String failureClass, Consumer<ObjectNode> spoil) {
        String quoteId = newQuoteId();
        ObjectNode event = QuoteRecord.valid(quoteId);
        spoil.accept(event);
        RecordMetadata bad = send(0, quoteId, QuoteRecord.bytes(event), QuoteRecord.headers(event));

        assertTheNextQuoteIsApplied(bad.partition());

        JsonNode letter = DeadLetterDump.awaitLetter(bad, QUOTE_GROUP);
        assertThat(letter.path("failureClass").asText()).isEqualTo(failureClass);
        assertThat(letter.path("errorClass").asText()).isNotBlank();
        assertThat(letter.path("errorMessage").asText()).containsIgnoringCase(reason);
        assertThat(letter.path("eventId").asText())
                .isEqualTo(event.path("eventId").asText());
        assertThat(letter.path("originalRecord").path("key").asText()).isEqualTo(quoteId);
        assertThat(letter.path("originalRecord").path("value").asText())
                .isEqualTo(new String(QuoteRecord.bytes(event), StandardCharsets.UTF_8));
        assertThat(stack.orders().ofQuote(quoteId)).isEmpty();
    }

    @Test
    void aTenantHeaderThatDisagreesWithTheValueIsATenantViolation() {
        String quoteId = newQuoteId();
        ObjectNode event = QuoteRecord.valid(quoteId);
        RecordMetadata bad = send(1, quoteId, QuoteRecord.bytes(event), Map.of("tenantId", "tenant_foreign"));

        assertTheNextQuoteIsApplied(bad.partition());

        JsonNode letter = DeadLetterDump.awaitLetter(bad, QUOTE_GROUP);
        assertThat(letter.path("failureClass").asText()).isEqualTo("TENANT_VIOLATION");
        assertThat(letter.path("errorMessage").asText()).contains("tenantId");
        assertThat(letter.path("originalRecord")
                        .path("headers")
                        .path("tenantId")
                        .asText())
                .isEqualTo("tenant_foreign");
    }

    @Test
    void textThatIsNotJsonStopsNeitherConsumerOfTheTopic() {
        stack.mock().pause();
        String quoteId = newQuoteId();
        Invoice invoice = Invoices.all().get(0);
        String orderId = stack.orders()
                .capture(OrderBodies.order(quoteId, invoice), "capture-" + quoteId)
                .expecting(201)
                .path("id")
                .asText();
        stack.orders().awaitStatus("ACTIVE", List.of(orderId), Duration.ofSeconds(60));
        PublishedEvent captured =
                TopicDump.of(Topics.ORDERS).ofAggregate(orderId).get(0);

        RecordMetadata bad = TestKafka.sendAll(List.of(new ProducerRecord<>(
                        Topics.ORDERS,
                        captured.source().partition(),
                        orderId,
                        "not JSON at all".getBytes(StandardCharsets.UTF_8))))
                .get(0);
        stack.mock().resume();

        stack.orders().awaitStatus("COMPLETED", List.of(orderId), Duration.ofSeconds(60));
        for (String group : ORDER_GROUPS) {
            JsonNode letter = DeadLetterDump.awaitLetter(bad, group);
            assertThat(letter.path("failureClass").asText()).isEqualTo("CONTRACT_VIOLATION");
            assertThat(letter.path("attemptCount").asInt()).isEqualTo(1);
            assertThat(letter.path("failedAt").asText()).endsWith("Z");
            assertThat(letter.path("originalRecord").path("value").asText()).isEqualTo("not JSON at all");
        }
        Quiet.settle(stack, Duration.ofSeconds(60));
        ORDER_GROUPS.forEach(
                group -> assertThat(DeadLetterDump.about(bad, group)).hasSize(1));
        assertThat(stack.processes().instances(orderId)).singleElement().satisfies(instance -> assertThat(
                        stack.processes().endEvents(instance))
                .contains("EndEvent_OrderCompleted"));
    }

    private void assertTheNextQuoteIsApplied(int partition) {
        String quoteId = newQuoteId();
        ObjectNode good = QuoteRecord.valid(quoteId);
        send(partition, quoteId, QuoteRecord.bytes(good), QuoteRecord.headers(good));
        stack.orders().awaitOrderOf(quoteId);
    }

    private static RecordMetadata send(int partition, String key, byte[] value, Map<String, String> headers) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(Topics.QUOTES, partition, key, value);
        headers.forEach(
                (name, text) -> record.headers().add(new RecordHeader(name, text.getBytes(StandardCharsets.UTF_8))));
        return TestKafka.sendAll(List.of(record)).get(0);
    }

    private static String newQuoteId() {
        return "q_bad_" + UUID.randomUUID();
    }

    private static ObjectNode payload(ObjectNode event) {
        return (ObjectNode) event.path("payload");
    }

    private static Arguments spoiled(String reason, String failureClass, Consumer<ObjectNode> spoil) {
        return Arguments.of(reason, failureClass, spoil);
    }
}
