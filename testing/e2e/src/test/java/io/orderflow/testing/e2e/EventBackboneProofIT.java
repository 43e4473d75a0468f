package io.orderflow.testing.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.testing.e2e.client.Meters;
import io.orderflow.testing.e2e.data.Invoice;
import io.orderflow.testing.e2e.data.Invoices;
import io.orderflow.testing.e2e.data.OrderBodies;
import io.orderflow.testing.e2e.kafka.DeadLetterDump;
import io.orderflow.testing.e2e.kafka.PublishedEvent;
import io.orderflow.testing.e2e.kafka.Redelivery;
import io.orderflow.testing.e2e.kafka.TopicDump;
import io.orderflow.testing.e2e.kafka.Topics;
import io.orderflow.testing.e2e.stack.Database;
import io.orderflow.testing.e2e.stack.Quiet;
import io.orderflow.testing.e2e.stack.Stack;
import io.orderflow.testing.support.kafka.TestKafka;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Section 50 of the requirement: the state after first processing and after a replay is identical, a duplicate event id is
 * ignored, an invalid event lands on the dead-letter topic, lag and processing are visible. From real invoices to the
 * read model, through the packaged services.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class EventBackboneProofIT {

    private static final Logger LOG = LoggerFactory.getLogger(EventBackboneProofIT.class);
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String GROUP = "projection-service.order-read-model.consumer";
    private static final int INVOICES = 12;

    private final List<String> orders = new ArrayList<>();
    private Stack stack;
    private String first;

    @BeforeAll
    void processInvoices() {
        stack = Stack.running();
        stack.mock().latency(0, 20);
        for (Invoice invoice : Invoices.all().subList(0, INVOICES)) {
            String quoteId = "q_proof_" + invoice.number();
            orders.add(stack.orders()
                    .capture(OrderBodies.order(quoteId, invoice), "capture-" + quoteId)
                    .expecting(201)
                    .path("id")
                    .asText());
        }
        stack.orders().awaitStatus("COMPLETED", orders, PATIENCE);
        Quiet.settle(stack, PATIENCE);
        first = stack.summaries().content();
        LOG.info("After first processing: {}", first);
    }

    @Test
    @Order(1)
    void theReadModelSaysWhatTheOwnerSays() {
        Map<String, JsonNode> summaries = stack.summaries().all();
        orders.forEach(orderId -> {
            JsonNode order = stack.orders().order(orderId);
            JsonNode summary = summaries.get(orderId);
            for (String field :
                    List.of("quoteId", "customerId", "status", "version", "currency", "totals", "capturedAt")) {
                assertThat(summary.path(field)).as(field).isEqualTo(order.path(field));
            }
            assertThat(summary.path("lineCount").asInt())
                    .isEqualTo(order.path("lines").size());
            assertThat(summary.at("/lines/completed").asInt())
                    .isEqualTo(order.path("lines").size());
        });
    }

    @Test
    @Order(2)
    void aDuplicateEventIdIsIgnored() {
        double before = duplicates().orElse(0);
        long ledger = ledgerRows();

        int sentAgain = Redelivery.ofEverythingIn(Topics.ORDERS);
        Quiet.settle(stack, PATIENCE);

        assertThat(stack.summaries().content()).isEqualTo(first);
        // Other tests have left records without a usable id: each delivery of such a one has a row.
        assertThat(ledgerRows() - ledger).isLessThanOrEqualTo(unusable());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(duplicates().orElse(0) - before)
                .isGreaterThanOrEqualTo(sentAgain - unusable()));
    }

    @Test
    @Order(3)
    void anInvalidEventLandsOnTheDeadLetterTopic() {
        PublishedEvent good =
                TopicDump.of(Topics.ORDERS).ofAggregate(orders.get(0)).get(0);
        ObjectNode invalid = good.envelope().deepCopy();
        invalid.withObject("/payload").remove("customerId");
        RecordMetadata bad = TestKafka.sendAll(List.of(new ProducerRecord<>(
                        Topics.ORDERS,
                        good.source().partition(),
                        orders.get(0),
                        invalid.toString().getBytes(StandardCharsets.UTF_8),
                        good.source().headers())))
                .get(0);

        JsonNode letter = DeadLetterDump.awaitLetter(bad, GROUP);

        assertThat(letter.path("failureClass").asText()).isEqualTo("CONTRACT_VIOLATION");
        assertThat(letter.path("errorClass").asText()).isEqualTo("schema_invalid");
        assertThat(letter.path("errorMessage").asText()).contains("customerId");
        assertThat(stack.summaries().content()).isEqualTo(first);
    }

    @Test
    @Order(4)
    void aFullReplayEndsInTheSameState() {
        String old = stack.summaries().table();

        JsonNode replay = stack.summaries().replay();

        LOG.info("Replayed: {}", replay);
        assertThat(replay.path("status").asText()).as(replay.toString()).isEqualTo("SWITCHED");
        assertThat(replay.at("/comparison/rebuilt")).isEqualTo(replay.at("/comparison/inUse"));
        assertThat(replay.path("eventsRead").asLong()).isPositive();
        assertThat(stack.summaries().table())
                .isEqualTo(replay.path("table").asText())
                .isNotEqualTo(old);
        assertThat(stack.summaries().content()).isEqualTo(first);
        LOG.info("After a full replay: {}", stack.summaries().content());
        assertThat(stack.summaries().all()).containsKeys(orders.toArray(String[]::new));
    }

    @Test
    @Order(5)
    void lagAndProcessingAreVisible() {
        String consumer = "consumer=\"" + GROUP + "\"";
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        meters().sum("orderflow_inbox_lag", consumer, "topic=\"" + Topics.ORDERS + "\""))
                .hasValue(0));
        Meters meters = meters();
        assertThat(meters.sum("orderflow_inbox_batch_seconds_count", consumer).orElse(0))
                .isPositive();
        assertThat(meters.sum("orderflow_inbox_event_age_seconds_count", consumer)
                        .orElse(0))
                .isPositive();
        assertThat(meters.sum("orderflow_inbox_events_total", consumer, "outcome=\"APPLIED\"")
                        .orElse(0))
                .isPositive();
        assertThat(meters.sum("orderflow_inbox_dead_letters_total", consumer).orElse(0))
                .isPositive();
        assertThat(meters.sum("orderflow_outbox_publish_seconds_count", "topic=\"" + Topics.ORDERS + "\"")
                        .orElse(0))
                .isPositive();
    }

    @Test
    @Order(6)
    void theAuditHasEveryFactOnceAndTellsWhereItStood() {
        List<String> facts = orders.stream()
                .flatMap(order -> TopicDump.of(Topics.ORDERS).ofAggregate(order).stream())
                .map(PublishedEvent::eventId)
                .distinct()
                .toList();
        List<JsonNode> audited = TopicDump.of(Topics.AUDIT).events().stream()
                .map(PublishedEvent::envelope)
                .filter(entry -> orders.contains(entry.at("/event/aggregateId").asText()))
                .filter(entry -> entry.at("/source/topic").asText().equals(Topics.ORDERS))
                .toList();

        assertThat(audited)
                .extracting(entry -> entry.at("/event/eventId").asText())
                .containsExactlyInAnyOrderElementsOf(facts);
        assertThat(audited).allSatisfy(entry -> {
            assertThat(entry.at("/source/offset").isIntegralNumber()).isTrue();
            assertThat(entry.path("contentDigest").asText()).matches("sha256:[0-9a-f]{64}");
        });
    }

    private Meters meters() {
        return Meters.of(stack.orderService().url());
    }

    private OptionalDouble duplicates() {
        return meters().sum("orderflow_inbox_duplicates_total", "consumer=\"" + GROUP + "\"");
    }

    private long ledgerRows() {
        return new Database(stack.orderService().database())
                .number("SELECT count(*) FROM inbox_event WHERE consumer = ?", GROUP);
    }

    private long unusable() {
        return new Database(stack.orderService().database())
                .number("SELECT count(*) FROM inbox_event WHERE consumer = ? AND aggregate_id IS NULL", GROUP);
    }
}
