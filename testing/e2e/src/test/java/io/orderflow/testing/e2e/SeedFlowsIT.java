package io.orderflow.testing.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.testing.e2e.kafka.PublishedEvent;
import io.orderflow.testing.e2e.kafka.QuoteRecord;
import io.orderflow.testing.e2e.kafka.Redelivery;
import io.orderflow.testing.e2e.kafka.TopicDump;
import io.orderflow.testing.e2e.kafka.Topics;
import io.orderflow.testing.e2e.stack.Database;
import io.orderflow.testing.e2e.stack.ProcessHistory.Instance;
import io.orderflow.testing.e2e.stack.Quiet;
import io.orderflow.testing.e2e.stack.Stack;
import io.orderflow.testing.support.kafka.TestKafka;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Section 41.3 of the requirement: the four critical flows, one after the other on one order, each with the rows and the
 * events that it leaves. The order's second line is held back, so that each flow can be looked at before the next.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class SeedFlowsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String quoteId = "q_seed_" + run;
    private final String heldOffer = "held_" + run;
    private final ObjectNode quote = twoLines();
    private Stack stack;
    private Database orders;
    private Database engine;
    private String orderId;

    @BeforeAll
    void acceptAQuote() {
        stack = Stack.running();
        orders = new Database(stack.orderService().database());
        engine = new Database(stack.orchestration().database());
        stack.mock().latency(0, 20);
        stack.mock().behave(heldOffer, "LOSE");
        TestKafka.send(Topics.QUOTES, quoteId, QuoteRecord.bytes(quote), QuoteRecord.headers(quote));
        orderId = stack.orders().awaitOrderOf(quoteId);
    }

    @Test
    @Order(1)
    void quoteAcceptedLeadsToOrderCaptured() {
        assertThat(orders.rows("SELECT quote_id, customer_id, line_count FROM orders WHERE id = ?", orderId))
                .containsExactly(List.of(quoteId, "cust_17850", "2"));
        assertThat(orders.rows("SELECT offer_id FROM order_lines WHERE order_id = ? ORDER BY number", orderId))
                .containsExactly(List.of("85123A"), List.of(heldOffer));
        assertThat(outcome(
                        orders,
                        "order-service.quote-events.consumer",
                        quote.path("eventId").asText()))
                .isEqualTo("APPLIED");

        PublishedEvent captured = only("OrderCaptured", Topics.ORDERS);
        assertThat(captured.version()).isEqualTo(1);
        assertThat(captured.payload().path("quoteId").asText()).isEqualTo(quoteId);
        assertThat(captured.envelope().path("causationId")).isEqualTo(quote.path("eventId"));
        assertThat(captured.envelope().path("correlationId")).isEqualTo(quote.path("correlationId"));
        assertThat(orders.rows(
                        "SELECT event_id::text, event_type FROM order_history WHERE order_id = ? AND version = 1",
                        orderId))
                .containsExactly(List.of(captured.eventId(), "OrderCaptured"));
    }

    @Test
    @Order(2)
    void orderCapturedStartsAProcess() {
        PublishedEvent started = only("OrchestrationStarted", Topics.ORCHESTRATION);
        Instance instance = instance();
        assertThat(started.payload().path("processInstanceId").asText()).isEqualTo(instance.id());
        assertThat(engine.rows(
                        "SELECT process_instance_id FROM process_instance_ledger WHERE business_key = ?", orderId))
                .containsExactly(List.of(instance.id()));
        String captured = only("OrderCaptured", Topics.ORDERS).eventId();
        assertThat(started.envelope().path("causationId").asText()).isEqualTo(captured);
        assertThat(outcome(engine, "orchestration-service.order-events.consumer", captured))
                .isEqualTo("APPLIED");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(count("OrderLineReleased", Topics.ORCHESTRATION))
                .isEqualTo(2));
        assertThat(orders.rows("SELECT status, process_instance_id FROM orders WHERE id = ?", orderId))
                .containsExactly(List.of("ACTIVE", instance.id()));
    }

    @Test
    @Order(3)
    void aLineThatIsFulfilledIsCompleted() {
        PublishedEvent answer = only("FulfillmentCompleted", Topics.FULFILLMENT);
        PublishedEvent completed = only("OrderLineFulfillmentCompleted", Topics.ORDERS);
        String reference = answer.payload().path("providerReference").asText();
        assertThat(orders.rows(
                        "SELECT status, provider_reference FROM order_lines WHERE order_id = ? ORDER BY number",
                        orderId))
                .startsWith(List.of("COMPLETED", reference));
        assertThat(completed.payload().path("providerReference").asText()).isEqualTo(reference);
        assertThat(completed.envelope().path("causationId").asText()).isEqualTo(answer.eventId());
        assertThat(outcome(orders, "order-service.fulfillment-integration.consumer", answer.eventId()))
                .isEqualTo("APPLIED");

        // The process no longer waits for the first line, only for the second.
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(waitedFor())
                .containsExactly("OrderLineFulfillmentCompleted:" + line(2)));
        assertThat(outcome(engine, "orchestration-service.order-events.consumer", completed.eventId()))
                .isEqualTo("APPLIED");
        assertThat(count("OrderCompleted", Topics.ORDERS)).isZero();
    }

    @Test
    @Order(4)
    void theLastLineCompletesTheOrder() {
        await().atMost(PATIENCE).until(() -> stack.mock().requests(orderId).stream()
                .allMatch(request -> request.hasNonNull("answeredAt")));
        stack.mock().answerAgain(orderId, line(2));

        PublishedEvent completed = only("OrderCompleted", Topics.ORDERS);
        assertThat(orders.rows(
                        "SELECT status, version::text, completed_lines::text FROM orders WHERE id = ? AND ended_at IS NOT NULL",
                        orderId))
                .containsExactly(List.of("COMPLETED", Long.toString(completed.version()), "2"));
        assertThat(completed.payload().path("lines"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.path("outcome").asText()).isEqualTo("COMPLETED"));

        PublishedEvent finished = only("OrchestrationFinished", Topics.ORCHESTRATION);
        assertThat(finished.envelope().path("causationId").asText()).isEqualTo(completed.eventId());
        assertThat(stack.processes().endEvents(instance())).contains("EndEvent_OrderCompleted");
        assertThat(stack.processes().executions(instance())).isZero();
        StreamAssertions.assertGapless(TopicDump.of(Topics.ORDERS).ofAggregate(orderId));
    }

    @Test
    @Order(5)
    void theSameRecordsAgainChangeNothing() {
        Quiet.settle(stack, PATIENCE);
        Map<String, List<List<String>>> before = rows();
        for (String topic : List.of(Topics.QUOTES, Topics.ORDERS, Topics.ORCHESTRATION, Topics.FULFILLMENT)) {
            assertThat(Redelivery.of(topic, topic.equals(Topics.QUOTES) ? quoteId : orderId))
                    .isPositive();
        }
        Quiet.settle(stack, PATIENCE);

        assertThat(rows()).isEqualTo(before);
        stack.mock().forget(heldOffer);
    }

    private ObjectNode twoLines() {
        ObjectNode event = QuoteRecord.valid(quoteId);
        event.withArray("/payload/lines")
                .addObject()
                .put("quoteLineId", quoteId + "-2")
                .put("offerId", heldOffer)
                .put("action", "ADD")
                .put("quantity", 1)
                .put("unitPrice", "3.39")
                .putArray("dependsOn");
        event.withObject("/payload/totals").put("oneTimeTotal", "18.69");
        return event;
    }

    /** The order's one event of a type, once it is there. */
    private PublishedEvent only(String type, String topic) {
        await(type).atMost(PATIENCE).until(() -> count(type, topic) >= 1);
        return TopicDump.of(topic)
                .ofType(type)
                .filter(event -> event.aggregateId().equals(orderId))
                .reduce((first, second) -> {
                    throw new AssertionError("twice: " + first + " and " + second);
                })
                .orElseThrow();
    }

    private long count(String type, String topic) {
        return TopicDump.of(topic)
                .ofType(type)
                .filter(event -> event.aggregateId().equals(orderId))
                .count();
    }

    private Instance instance() {
        List<Instance> instances = stack.processes().instances(orderId);
        assertThat(instances).hasSize(1);
        return instances.get(0);
    }

    private String line(int number) {
        return orders.rows("SELECT id FROM order_lines WHERE order_id = ? AND number = ?", orderId, number)
                .get(0)
                .get(0);
    }

    private List<String> waitedFor() {
        return engine
                .rows(
                        "SELECT event_name_ FROM act_ru_event_subscr WHERE proc_inst_id_ = ? AND event_name_ LIKE ?",
                        instance().id(),
                        "OrderLineFulfillmentCompleted:%")
                .stream()
                .map(row -> row.get(0))
                .toList();
    }

    private static String outcome(Database database, String consumer, String eventId) {
        return await("the inbox of " + consumer)
                .atMost(PATIENCE)
                .until(
                        () -> database.rows(
                                "SELECT outcome FROM inbox_event WHERE consumer = ? AND event_id = ?::uuid",
                                consumer,
                                eventId),
                        rows -> rows.size() == 1)
                .get(0)
                .get(0);
    }

    /** Everything that is known about the order. */
    private Map<String, List<List<String>>> rows() {
        return Map.of(
                "orders", orders.rows("SELECT o::text FROM orders o WHERE id = ?", orderId),
                "lines", orders.rows("SELECT l::text FROM order_lines l WHERE order_id = ? ORDER BY number", orderId),
                "history",
                        orders.rows("SELECT h::text FROM order_history h WHERE order_id = ? ORDER BY version", orderId),
                "instances", engine.rows("SELECT p::text FROM act_hi_procinst p WHERE business_key_ = ?", orderId),
                "requests", List.of(List.of(stack.mock().requests(orderId).toString())));
    }
}
